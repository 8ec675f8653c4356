"""The word lists of the audit: general English of news and analysis, grouped by what they tell.

Where a phrase is written `reveal//s/ed/ing`, the part before the first slash takes each ending;
`BE` stands for every form of "be".
"""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Words that are no names, even with a capital: a sentence opens with them, or they stand in titles.
FUNCTION = _set(
    """a about above according across after afterwards again against ago ahead albeit all almost
    alone along already also although altogether always am amid among amongst an and another any
    anybody anyone anything are aren't around as aside at away back be because been before behind
    being below beneath besides best better between beyond both but by can can't cannot clearly
    come could couldn't currently despite did didn't do does doesn't doing don't done down due
    during each earlier early either else elsewhere enough especially even eventually ever every
    everybody everyone everything except few fewer finally first fifth five following for former
    formerly four fourth from further furthermore generally getting give given go going got had
    hadn't half has hasn't have haven't having he he'd he'll he's hence her here here's hers
    herself him himself his how however hundreds i i'd i'll i'm i've if in indeed instead into is
    isn't it it's its itself just last lastly late lately later latter least less lest let let's
    like likewise little long lots made make many maybe me mean meanwhile might mine more moreover
    most mostly much must my myself namely near nearly neither never nevertheless next nine no
    nobody none nonetheless nor not nothing notwithstanding now nowhere of off often oh on once
    one ones only onto opposite or other others otherwise ought our ours out outside over overall
    own part past per perhaps plenty please plus previously provided quite rather recently
    reportedly right same say second seven several shall she she's short should shouldn't
    similarly since six so some somebody somehow someone something sometimes somewhere soon still
    such sure ten than that that'll that's the their theirs them themselves then there there's
    thereafter thereby therefore these they they'd they'll they're they've third thirdly this
    those though thousands three through throughout thus till to today together tomorrow tonight
    too toward towards true twelve twenty twice two typically under unless unlike until up upon us
    usually versus very via vs was wasn't we we'd we'll we're we've well were weren't what what's
    whatever when where whereas whereby wherever whether which whichever while who who's whoever
    whole whom whose why will with within without won't worse worst would wouldn't yes yesterday
    yet you you're your yours yourself zero dozens millions billions trillions eight eleven abroad
    worldwide overseas nationwide globally secondly speaking asked granted sorry thanks"""
)

# Those that name nothing in the middle of a sentence either, where "First" and "Five" may.
CLOSED = _set(
    """a an and are as at but by for from he her here his how i if in is it its my no nor not of on or our
    she so than that the their them there these they this those to us was we were what when where
    which who whose why with you your"""
)
# Ordinary nouns and adjectives that open sentences without an article.
ORDINARY = _set(
    """access advertising agriculture aid air anger average aviation bad banking bank big bread broad
    building business capacity capital car carbon care cash cement central cheap chief children
    chip choice church city civil clean climate cloud coal coffee cold common company competition
    compute computer computing concern construction consumer content copper corn corporate cost
    country court credit crime critical crude culture currency current customer cyber daily data
    day death debt deep defence defense demand diesel digital direct domestic drought due east
    economic economy education electric electricity employment energy engineering enterprise entry
    evening evidence exact executive expansion export fair farming fast federal film final finance
    financial fire fish fishing food football foreign free fresh fuel full funding gas global gold
    good government grain great green growth hardware health heat heavy help high higher hiring
    history home hope hospital housing human ice import income independent indirect individual
    industrial industry inflation infrastructure insurance interest internal international
    internet investment investor iron job key labor labour land language large larger latency law
    leadership legal life light list liquidity literature little local logistics longer loss low
    lower lumber machine main major management manufacturing market material maximum media medical
    medicine men migration military milk mining mobile model modern money monthly mortality most
    mother much music national natural nature net neutral new news nobody north nuclear nutrition
    office official oil old online open opinion opposition outlook output ownership oxygen paper
    parliament parking partial paying peace people performance personal petrol petroleum planning
    plastic poetry police policy political pollution poor population positive poverty power
    pressure price private production productivity profit profitability progress property
    prosperity proof public publishing pure quality quarterly radio rain rainfall rail real
    regional regulation regulatory renewable rent research residency retail revenue rice rising
    risk rival road rural safety sand science scientific sea security senior separate sex shipping
    silicon silver simple single site small snow social society software solar sound south space
    special speed spending sport spring staff state steel stock storage strategic strategy strict
    strong sugar summer supply support tax tea tech technology television tension textile theatre
    timber timing top total tourism trade traditional traffic training transit transport travel
    treatment trust truth uncertainty underwater unemployment union unit university urban usage
    use vaccine value violence volume wage war warm waste water wave weak wealth weather weekly
    west actor actress analyst author biologist chemist coach doctor economist engineer farmer
    founder founding ground historian journalist lawyer nurse physicist pilot professor researcher
    scientist singer striker student teacher alcohol aluminium aluminum ammonia backlog bandwidth
    beef beer blood broadband cancer cargo cattle cheese chicken childcare cobalt community cotton
    daylight disease family famine faster feedback fertiliser fertilizer fighting flour freight
    helium hunger hydrogen hydropower lithium malaria meat naval nickel nitrogen obesity oxygen
    payroll plant pork rules salmon seawater sewage shelter sickness snowfall sunlight sunshine
    turnout turnover uranium web wheat white winter women wood wool work world year yearly young
    youth youngster zinc"""
)

# Ordinary plurals that the endings below do not tell.
PLURALS = _set(
    """areas assets attacks authors bets bids bills boats bonds books brands cars cases causes
    centers centres chips chiefs cities clouds clubs coasts costs countries courts crews crimes
    critics crops customs dams data deals debts delays details doubts drugs experts exports facts
    families farms fees files films fires firms fleets floods folks funds gains games gangs girls
    goals goods groups harvests hopes hospitals hotels houses imports incomes insiders inventories
    items jets jobs judges kids lakes lands laws leaks loans lots makes males maps models months
    movies needs news nurses odds offices parks parts patents paths patients perks places plans
    plants polls ports posts premises prices profits programmes programs projects proceeds
    protests queues rates records refugees reserves results returns rights risks rivals rivers
    roads robots rockets roles routes rules rumors rumours sales satellites savings schemes
    schools seas sectors sentences services shares ships shops shortages signals signs sites
    skills sources spaces staples stakes states stocks stores storms streets strikes students
    studies suits systems talks taxes teams tests texts things ties tickets times towns trains trees
    trials troops trucks trusts units values vehicles venues views villages visits voices volumes
    votes waits wages wars waves wells winds women words works years yields zones"""
)
PLURAL_ENDINGS = tuple(
    _set(
        """ers ors sts ings ions ments ies ials nals rals cals tals dals vals ants ents sses ches shes
        ures ages ances ences ians ives ships ables cles"""
    )
)
ABSTRACT_ENDINGS = tuple(
    _set(
        """tion sion ement iment gment nment pment tment ument yment ness ance ence ship ism ility
        ivity"""
    )
)

# What follows a subject. With one of these behind it, a sentence's first word may be a name.
VERBS = _set(
    """is isn't was wasn't has hasn't does doesn't accuses acquires adds agrees aims allows announces
    appears argues asks backs becomes begins believes bets bids boasts bought brings builds buys
    calls decides drops favors favours heads carries charges claims comes competes controls cuts declines delivers denies develops
    dominates earns employs enters estimates exists expands expects exports faces fails finds gets
    gives goes grows hires holds hopes hosts insists intends invests joins keeps knows lacks launches likes
    leads leans lies loses makes manages manufactures means moves needs notes offers opens
    operates opposes owes owns pays plans pledges predicts prepares produces promises proposes
    provides publishes puts raises ranks reckons refuses remains reports requires runs says seeks
    seems sees sells sends serves sets shows signs sits spends stands starts stays stops struggles
    suggests supplies supports takes teaches tells thinks trails tries turns unveils uses wants
    warns wins will won't would wouldn't may might can can't cannot could couldn't shall should
    shouldn't must had hadn't did didn't accused acquired added admitted agreed announced appeared
    argued asked became began bought broke brought built called came claimed closed confirmed cut
    declared declined denied developed dropped earned entered estimated expanded expected faced
    fell filed finished found founded gained gave got grew held hired insisted invested joined
    kept knew launched led left lost made merged met moved named needed noted opened operated
    owned paid planned pledged posted predicted produced promised proposed put raised ran reached
    refused rejected released reported rose said saw secured sent shut signed sold sought spent
    started stood stopped struck sued took told tried unveiled used voted wanted warned went won
    wrote"""
)
PLURAL_VERBS = _set("""are aren't were weren't have haven't do don't""")
ADVERBS = _set(
    """already also now still never ever not even just soon later once then often always almost alone
    itself"""
)
AFTER_COMMA = FUNCTION | _set("""founded based known run owned led backed listed home part maker""")
DETERMINERS = _set(
    """a an the its his her their our my this that these those to it itself no not all each every
    some any more less two three four five six seven eight nine ten about over"""
)

MONTHS = _set(
    """january february march april may june july august september october november december sept"""
)
SHORT_MONTHS = _set("""jan feb mar apr jun jul aug sep oct nov dec""")
WEEKDAYS = _set("""monday tuesday wednesday thursday friday saturday sunday""")
BEFORE_DAYS = _set("""black cyber good bloody super""")
SHOUTED = _set("""ok tv pm ad bc bce""")
SHOUTED_NAMES = _set("""it us who""")
BEFORE_TITLES = _set(
    """prime foreign finance vice deputy interior defence defense chief former executive managing
    trade energy health justice education environment economy press"""
)
TITLES = _set(
    """mr mrs ms mx miss dr prof professor sir dame lord lady madam president chancellor senator sen
    congressman congresswoman rep governor gov mayor chairman chairwoman chairperson chair
    minister ambassador judge director ceo cfo cto coo spokesman spokeswoman spokesperson
    vice-president"""
)
ABBREVIATIONS = _set(
    """mr mrs ms dr prof st sen rep gov gen col capt sgt lt rev hon inc corp co ltd jr sr vs no mt ft
    approx est dept fig vol jan feb mar apr jun jul aug sept sep oct nov dec"""
)
# Words with which institutions and places begin: they take "of" and "for" even where they open a sentence.
INSTITUTIONS = _set(
    """academy agency alliance archbishop assembly association bank bay board bureau cape center
    centre chamber church city college commission committee commonwealth confederation council
    court department duchy federation foundation fund gulf house institute institution isle isles
    kingdom league library ministry museum office order organisation organization port register
    republic school society state strait straits treaty union university duke duchess lord prince
    princess king queen bishop speaker tower statue day heart minister secretary president head"""
)
PLACE_OPENERS = _set(
    """north south east west northern southern eastern western southeast northeast united great saint
    san santa st mt ft los las el la le saudi latin sub-saharan"""
)
AFTER_NEW = _set(
    """york yorkers zealand delhi jersey mexico orleans hampshire england south guinea haven deal
    brunswick caledonia scotland"""
)
PARTICLES = _set("""de del della di da do dos du la le van von der den ter zu bin ibn al el""")
# Names that end like participles and adverbs.
LIKE_WORDS = _set(
    """boeing beijing nanjing king corning sterling jinping xiaoping ahmed mohammed alfred fred italy
    sicily lilly kelly emily sally billy molly"""
)
PREFIXES = _set(
    """non anti ex post pre pro mid pan co sub re inter trans cross semi multi over under near all
    self well high low long short"""
)
# A number behind a name belongs to it, unless one of these follows.
UNITS = _set(
    """hundred thousand million billion trillion percent per pct bn m k cents dollars euros pounds
    yen yuan rupees francs pesos won seconds minutes hours days weeks months years people workers
    jobs employees staff men women miles km kilometers kilometres meters metres feet tons tonnes
    kg litres liters barrels hectares acres megawatts gigawatts mw gw mwh gwh points times"""
)
UNIT_SYMBOLS = _set(
    """W mW kW MW GW TW Wh kWh MWh GWh TWh Hz kHz MHz GHz mAh dB dBA pH kB MB GB TB PB kV"""
)
NUMBERED = _set(
    """fortune boeing airbus falcon formula windows article section chapter route highway interstate
    apollo group ftse nasdaq nikkei dax cac russell model type series phase tier level stage title iphone ipad pixel galaxy playstation xbox euro global forbes top category
    class"""
)
CURRENCIES = _set(
    """usd eur gbp jpy chf cny rmb inr aud cad nzd sek nok dkk pln czk huf brl mxn zar krw sgd hkd
    try rub aed sar thb idr myr php vnd twd ils ngn kes"""
)

# Irregular inhabitants. The regular ones are made by rule.
DEMONYMS = {
    "France": "French", "Germany": "German", "Britain": "British Briton", "Spain": "Spanish Spaniard",
    "Poland": "Polish Pole", "Scotland": "Scottish Scot", "England": "English", "Wales": "Welsh",
    "Ireland": "Irish", "Finland": "Finnish Finn", "Thailand": "Thai", "Switzerland": "Swiss",
    "Denmark": "Danish Dane", "Sweden": "Swedish Swede", "Turkey": "Turkish Turk", "Greece": "Greek",
    "Norway": "Norwegian", "Portugal": "Portuguese", "Philippines": "Filipino Philippine",
    "Netherlands": "Dutch", "Iceland": "Icelandic", "Belgium": "Belgian", "Peru": "Peruvian",
    "Texas": "Texan", "Cyprus": "Cypriot", "Slovakia": "Slovak", "Croatia": "Croat", "Serbia": "Serb",
    "Argentina": "Argentine", "Kazakhstan": "Kazakh", "Uzbekistan": "Uzbek", "Afghanistan": "Afghan",
    "Arabia": "Arab Arabian", "Congo": "Congolese",
}  # fmt: skip
SAME = (
    ("US", "USA", "United States", "United States of America"),
    ("UK", "United Kingdom", "Britain", "Great Britain"),
    ("EU", "European Union"),
    ("UN", "United Nations"),
)
