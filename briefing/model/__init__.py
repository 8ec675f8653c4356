"""What a brief is: frozen structs, dates, scales. No input or output, no screen."""
