"""The screens: the reader, and the windows over it."""
