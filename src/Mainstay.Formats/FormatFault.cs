namespace Mainstay.Formats;

/// <summary>
/// All that can be wrong with a file, each with the inputs that a sentence about it has, in their order. Whoever shows it
/// has the words; an input is a number, or a name that the format defines, never personal data.
/// </summary>
public enum FormatFault
{
    /// <summary>The rest of a file was not read: it is larger than so many bytes.</summary>
    FileTooLarge,

    /// <summary>There are more problems than are listed.</summary>
    MoreProblems,

    /// <summary>NUL characters were left out.</summary>
    Nuls,

    /// <summary>A content line has no colon, and is kept raw.</summary>
    LineWithoutColon,

    /// <summary>A content line does not begin with a property name, and is kept raw.</summary>
    LineWithoutName,

    /// <summary>A content line has more than so many parameters, and is kept raw.</summary>
    TooManyParameters,

    /// <summary>No line of the file says BEGIN:VCARD.</summary>
    NoCard,

    /// <summary>So many lines outside any card were skipped.</summary>
    LinesOutsideCards,

    /// <summary>Cards nested more than so many deep are read as cards that lack their END.</summary>
    NestingTakenApart,

    /// <summary>A card nests others more than so many deep, and was not read.</summary>
    CardTooDeep,

    /// <summary>A card has more than so many lines, and was not read.</summary>
    CardTooLong,

    /// <summary>A card is larger than so many bytes, and was not read.</summary>
    CardTooLarge,

    CardWithoutBegin,

    CardWithoutEnd,

    /// <summary>A BEGIN or END is broken over two lines, and was left out.</summary>
    BrokenMark,

    /// <summary>A card has no VERSION, and is read as of this one.</summary>
    CardWithoutVersion,

    /// <summary>A card has a VERSION that does not exist, and is read as of this one.</summary>
    UnknownVersion,

    /// <summary>A card has no FN.</summary>
    CardWithoutFormattedName,

    /// <summary>A card has no N.</summary>
    CardWithoutName,

    NotJson,

    NotJCard,

    /// <summary>One element of an array is no jCard.</summary>
    ElementNotJCard,

    /// <summary>The property of this number is none, and was left out.</summary>
    NotJCardProperty,

    EmptyFile,

    /// <summary>It is no text.</summary>
    BinaryFile,

    /// <summary>A row has so many columns, and only so many are read; the rest of the file was not read.</summary>
    TooManyColumns,

    /// <summary>A row is longer than so many bytes; the rest of the file was not read.</summary>
    RowTooLong,

    /// <summary>The field of this number is longer than so many bytes, and its row was left out.</summary>
    FieldTooLong,

    /// <summary>A quote stands where none can, and is kept.</summary>
    MisplacedQuote,

    /// <summary>A quote is never closed; the row is read without it.</summary>
    UnclosedQuote,

    /// <summary>A row has so many fields, fewer than the header, which has so many.</summary>
    RowTooNarrow,

    /// <summary>A row has so many fields, more than the header, which has so many.</summary>
    RowTooWide,

    /// <summary>No line of the file says BEGIN:VCALENDAR.</summary>
    NoCalendar,

    CalendarWithoutEnd,

    /// <summary>A calendar begins before the one above it has ended.</summary>
    CalendarInCalendar,

    /// <summary>So many lines outside any calendar were skipped.</summary>
    LinesOutsideCalendars,

    /// <summary>There are more than so many events; the rest of the file was not read.</summary>
    TooManyEvents,

    /// <summary>There are more than so many time zones; the others were not read.</summary>
    TooManyZones,

    /// <summary>A line is larger than so many bytes, and was not read.</summary>
    LineTooLarge,

    /// <summary>An event is larger than so many bytes, and was not read.</summary>
    EventTooLarge,

    /// <summary>An event has more than so many lines, and was not read.</summary>
    EventTooLong,

    /// <summary>A time zone is larger than so many bytes, and was not read.</summary>
    ZoneTooLarge,

    /// <summary>A time zone has more than so many lines, and was not read.</summary>
    ZoneTooLong,

    /// <summary>The component of this name has no END.</summary>
    PartWithoutEnd,

    /// <summary>An END without its BEGIN was passed over.</summary>
    EndWithoutBegin,

    /// <summary>An event does not say when it starts, and was not read.</summary>
    EventWithoutStart,

    /// <summary>An event ends before it begins, and is read as lasting no time.</summary>
    EndBeforeStart,

    /// <summary>The property of this name is no date or time, and was left out.</summary>
    NotATime,

    /// <summary>The property of this name is no length of time, and was left out.</summary>
    NotADuration,

    /// <summary>The property of this name has more than so many dates; the others were left out.</summary>
    TooManyDates,

    /// <summary>A time zone is neither known nor described by the file; times are read in one's own.</summary>
    UnknownZone,

    /// <summary>A time zone has no TZID, and was not read.</summary>
    ZoneWithoutName,

    /// <summary>A time zone says no offset from UTC, and was not read.</summary>
    ZoneWithoutOffset,

    /// <summary>The component of this name within a time zone lacks its DTSTART or TZOFFSETTO, and was left out.</summary>
    ZonePartIncomplete,

    /// <summary>A recurrence rule has no FREQ, and the event is read without it.</summary>
    RuleWithoutFrequency,

    /// <summary>A part of a recurrence rule has no value, and the event is read without the rule.</summary>
    RulePartWithoutValue,

    /// <summary>The part of this name is not understood, and the event is read without the rule.</summary>
    RulePartNotUnderstood,

    /// <summary>A whole day would repeat within a day; the event is read without the rule.</summary>
    RuleWithinDay,

    /// <summary>A part of a recurrence rule is unknown, and was left out.</summary>
    RulePartUnknown,

    /// <summary>The SKIP of a recurrence rule was left out: days that a month does not have are skipped.</summary>
    RuleSkip,

    /// <summary>The part of this name is 0, and is read as 1.</summary>
    RulePartZero,
}
