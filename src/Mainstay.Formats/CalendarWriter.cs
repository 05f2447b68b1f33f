using System.Globalization;
using System.Text;

namespace Mainstay.Formats;

/// <summary>
/// Writes one VCALENDAR (RFC 5545 §3.4, METHOD:PUBLISH) as UTF-8 with CR LF, folded at 75 octets, text escaped. Streams
/// the events: memory is bounded by the largest one. Times are days, UTC or floating: a calendar that names zones would
/// have to bring their rules along.
/// </summary>
public static class CalendarWriter
{
    /// <exception cref="ArgumentException">An event has no UID, or a time in a zone.</exception>
    public static void Write(Stream stream, CalendarHead head, IEnumerable<CalendarEvent> events)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(events);
        ContentLineWriter.Unfolded(stream, "BEGIN:VCALENDAR"u8);
        WriteHead(stream, head);
        foreach (var one in events) WriteEvent(stream, one, head.Stamp);
        ContentLineWriter.Unfolded(stream, "END:VCALENDAR"u8);
    }

    /// <summary>The same as text, with CR LF.</summary>
    public static string Text(CalendarHead head, IEnumerable<CalendarEvent> events)
    {
        using var stream = new MemoryStream();
        Write(stream, head, events);
        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private static void WriteHead(Stream stream, CalendarHead head)
    {
        Line(stream, "VERSION", "2.0");
        Say(stream, "PRODID", head.Product);
        Line(stream, "CALSCALE", "GREGORIAN");
        Line(stream, "METHOD", "PUBLISH");
        if (head.Name is { } name)
        {
            Say(stream, "NAME", name);
            Say(stream, "X-WR-CALNAME", name);
        }

        if (head.Refresh is not { } refresh) return;
        Line(stream, "REFRESH-INTERVAL", CalendarDuration.Of(refresh).ToString(), new ContentParameter("VALUE", "DURATION"));
        Line(stream, "X-PUBLISHED-TTL", CalendarDuration.Of(refresh).ToString());
    }

    private static void WriteEvent(Stream stream, CalendarEvent one, DateTime stamp)
    {
        if (one.Uid.Length == 0) throw new ArgumentException("An event needs a UID.", nameof(one));
        ContentLineWriter.Unfolded(stream, "BEGIN:VEVENT"u8);
        Say(stream, "UID", one.Uid);
        Line(stream, "DTSTAMP", CalendarTime.Utc(one.Stamp ?? stamp).ToString());
        WriteTime(stream, "DTSTART", one.Start);
        if (one.End is { } end) WriteTime(stream, "DTEND", end);
        else if (one.Duration is { } duration) Line(stream, "DURATION", duration.ToString());
        WriteWords(stream, one);
        WriteParties(stream, one);
        foreach (var before in one.Alarms) WriteAlarm(stream, one.Summary, before);
        ContentLineWriter.Unfolded(stream, "END:VEVENT"u8);
    }

    private static void WriteWords(Stream stream, CalendarEvent one)
    {
        if (one.Sequence > 0) Line(stream, "SEQUENCE", one.Sequence.ToString(CultureInfo.InvariantCulture));
        if (one.Status != CalendarStatus.Unsaid) Line(stream, "STATUS", one.Status.ToString().ToUpperInvariant());
        if (one.Summary.Length > 0) Say(stream, "SUMMARY", one.Summary);
        if (one.Description.Length > 0) Say(stream, "DESCRIPTION", one.Description);
        if (one.Location.Length > 0) Say(stream, "LOCATION", one.Location);
        if (one.Url.Length > 0) Line(stream, "URL", Printable(one.Url));
        if (one.Categories.Count > 0) Line(stream, "CATEGORIES", string.Join(',', one.Categories.Select(word => TextValue.EscapePart(Printable(word)))));
    }

    private static void WriteParties(Stream stream, CalendarEvent one)
    {
        if (one.Organizer is { Mail: not null } organizer) Line(stream, "ORGANIZER", Address(organizer), [.. Named(organizer)]);
        foreach (var attendee in one.Attendees.Where(party => party.Mail is not null))
            Line(stream, "ATTENDEE", Address(attendee), [.. Named(attendee), new("PARTSTAT", Word(attendee.Answer))]);
    }

    private static string Address(CalendarParty party) => "mailto:" + Printable(party.Mail!);

    private static IEnumerable<ContentParameter> Named(CalendarParty party) => party.Name is { } name ? [new("CN", Printable(name))] : [];

    private static string Word(CalendarAnswer answer) => answer == CalendarAnswer.Open ? "NEEDS-ACTION" : answer.ToString().ToUpperInvariant();

    private static void WriteAlarm(Stream stream, string summary, TimeSpan before)
    {
        ContentLineWriter.Unfolded(stream, "BEGIN:VALARM"u8);
        Line(stream, "ACTION", "DISPLAY");
        Line(stream, "TRIGGER", CalendarDuration.Of(-before).ToString());
        Say(stream, "DESCRIPTION", summary);
        ContentLineWriter.Unfolded(stream, "END:VALARM"u8);
    }

    private static void WriteTime(Stream stream, string name, CalendarTime time)
    {
        if (time.Kind == CalendarTimeKind.Zoned) throw new ArgumentException("A time is written as a day, in UTC or floating; bring it out of its zone first.", nameof(time));
        Line(stream, name, time.ToString(), time.IsDay ? [new ContentParameter("VALUE", "DATE")] : []);
    }

    private static void Say(Stream stream, string name, string text) => Line(stream, name, TextValue.EscapePart(Printable(text)));

    private static void Line(Stream stream, string name, string value, params ContentParameter[] parameters) =>
        ContentLineWriter.Folded(stream, ContentLineWriter.Bytes(new ContentLine(name, value, parameters).ToString()));

    // RFC 5545 §3.3.11 allows no control characters but the tab in a text; the line breaks are escaped afterwards.
    private static string Printable(string text) => text.AsSpan().ContainsAnyInRange('\0', '\u001F') || text.Contains('\u007F', StringComparison.Ordinal)
        ? string.Concat(text.Where(letter => letter is '\t' or '\r' or '\n' || !char.IsControl(letter)))
        : text;
}
