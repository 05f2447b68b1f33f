using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mainstay.Formats;

/// <summary>
/// jCal, the JSON form of iCalendar (RFC 7265), of what <see cref="CalendarReader"/> reads. A time in a zone keeps the
/// name of the zone (<c>tzid</c>), and the rules of zones are not written. Time is linear.
/// </summary>
public static class JCal
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One VCALENDAR with these events.</summary>
    public static string Write(CalendarHead head, IEnumerable<CalendarEvent> events)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options)) Write(json, head, events);
        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    /// <summary>Writes <c>["vcalendar",[…],[["vevent",[…],[…]],…]]</c>.</summary>
    public static void Write(Utf8JsonWriter json, CalendarHead head, IEnumerable<CalendarEvent> events)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(events);
        Component(json, "vcalendar", () =>
        {
            Text(json, "version", "2.0");
            Text(json, "prodid", head.Product);
            Text(json, "calscale", "GREGORIAN");
            if (head.Name is { } name) Text(json, "name", name);
            if (head.Refresh is { } refresh) Property(json, "refresh-interval", "duration", CalendarDuration.Of(refresh).ToString());
        }, () =>
        {
            foreach (var one in events) Event(json, one, head.Stamp);
        });
    }

    private static void Event(Utf8JsonWriter json, CalendarEvent one, DateTime stamp) => Component(json, "vevent", () =>
    {
        Text(json, "uid", one.Uid);
        Time(json, "dtstamp", CalendarTime.Utc(one.Stamp ?? stamp));
        Time(json, "dtstart", one.Start);
        if (one.End is { } end) Time(json, "dtend", end);
        else if (one.Duration is { } duration) Property(json, "duration", "duration", duration.ToString());
        Repeats(json, one);
        Words(json, one);
        Parties(json, one);
    }, () =>
    {
        foreach (var before in one.Alarms)
            Component(json, "valarm", () =>
            {
                Text(json, "action", "DISPLAY");
                Property(json, "trigger", "duration", CalendarDuration.Of(-before).ToString());
                Text(json, "description", one.Summary);
            }, () => { });
    });

    private static void Repeats(Utf8JsonWriter json, CalendarEvent one)
    {
        if (one.RecurrenceId is { } replaced) Time(json, "recurrence-id", replaced, one.ThisAndFuture ? ("range", "THISANDFUTURE") : null);
        foreach (var rule in one.Rules) Rule(json, "rrule", rule);
        foreach (var rule in one.ExceptRules) Rule(json, "exrule", rule);
        foreach (var date in one.Dates)
        {
            if (date.End is null && date.Duration is null) Time(json, "rdate", date.Start);
            else Property(json, "rdate", "period", Zone(date.Start), () => Array(json, [Value(date.Start), date.End is { } end ? Value(end) : date.Duration!.Value.ToString()]));
        }

        foreach (var date in one.ExceptDates) Time(json, "exdate", date);
    }

    private static void Words(Utf8JsonWriter json, CalendarEvent one)
    {
        if (one.Sequence > 0) Property(json, "sequence", "integer", [], () => json.WriteNumberValue(one.Sequence));
        if (one.Status != CalendarStatus.Unsaid) Text(json, "status", one.Status.ToString().ToUpperInvariant());
        if (one.Summary.Length > 0) Text(json, "summary", one.Summary);
        if (one.Description.Length > 0) Text(json, "description", one.Description);
        if (one.Location.Length > 0) Text(json, "location", one.Location);
        if (one.Url.Length > 0) Property(json, "url", "uri", one.Url);
        if (one.Categories.Count > 0) Property(json, "categories", "text", [], () => { foreach (var word in one.Categories) json.WriteStringValue(word); });
    }

    private static void Parties(Utf8JsonWriter json, CalendarEvent one)
    {
        if (one.Organizer is { Mail: { } mail } organizer) Property(json, "organizer", "cal-address", [("cn", organizer.Name)], () => json.WriteStringValue("mailto:" + mail));
        foreach (var party in one.Attendees.Where(party => party.Mail is not null))
            Property(json, "attendee", "cal-address", [("cn", party.Name), ("partstat", party.Answer == CalendarAnswer.Open ? "NEEDS-ACTION" : party.Answer.ToString().ToUpperInvariant())], () => json.WriteStringValue("mailto:" + party.Mail));
    }

    // RFC 7265 §3.6.10: an object of the parts of the rule; numbers are numbers, and one of a list stands alone.
    private static void Rule(Utf8JsonWriter json, string name, RecurrenceRule rule) => Property(json, name, "recur", [], () =>
    {
        json.WriteStartObject();
        foreach (var part in rule.ToString().Split(';'))
        {
            var (key, values) = (part[..part.IndexOf('=', StringComparison.Ordinal)], part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(','));
            json.WritePropertyName(key.ToLowerInvariant());
            if (key == "UNTIL") json.WriteStringValue(Value(rule.Until!.Value));
            else if (values is [var only]) Scalar(json, only);
            else
            {
                json.WriteStartArray();
                foreach (var value in values) Scalar(json, value);
                json.WriteEndArray();
            }
        }

        json.WriteEndObject();
    });

    private static void Scalar(Utf8JsonWriter json, string value)
    {
        if (int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) json.WriteNumberValue(number);
        else json.WriteStringValue(value);
    }

    private static void Time(Utf8JsonWriter json, string name, CalendarTime time, (string Name, string? Value)? more = null) =>
        Property(json, name, time.IsDay ? "date" : "date-time", [.. Zone(time), .. More(more)], () => json.WriteStringValue(Value(time)));

    private static IReadOnlyList<(string Name, string? Value)> More((string Name, string? Value)? more) => more is { } said ? [said] : [];

    private static IReadOnlyList<(string Name, string? Value)> Zone(CalendarTime time) => time.Kind == CalendarTimeKind.Zoned ? [("tzid", time.Zone)] : [];

    // RFC 7265 §3.6.4, §3.6.5: the extended format of ISO 8601.
    private static string Value(CalendarTime time) => time.Clock.ToString(time.Kind switch { CalendarTimeKind.Day => "yyyy-MM-dd", CalendarTimeKind.Utc => "yyyy-MM-dd'T'HH:mm:ss'Z'", _ => "yyyy-MM-dd'T'HH:mm:ss" }, CultureInfo.InvariantCulture);

    private static void Text(Utf8JsonWriter json, string name, string text) => Property(json, name, "text", text);

    private static void Property(Utf8JsonWriter json, string name, string type, string value) => Property(json, name, type, [], () => json.WriteStringValue(value));

    private static void Property(Utf8JsonWriter json, string name, string type, IReadOnlyList<(string Name, string? Value)> parameters, Action write)
    {
        json.WriteStartArray();
        json.WriteStringValue(name);
        json.WriteStartObject();
        foreach (var (parameter, value) in parameters)
            if (value is not null) json.WriteString(parameter, value);
        json.WriteEndObject();
        json.WriteStringValue(type);
        write();
        json.WriteEndArray();
    }

    private static void Array(Utf8JsonWriter json, IEnumerable<string> values)
    {
        json.WriteStartArray();
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void Component(Utf8JsonWriter json, string name, Action properties, Action components)
    {
        json.WriteStartArray();
        json.WriteStringValue(name);
        json.WriteStartArray();
        properties();
        json.WriteEndArray();
        json.WriteStartArray();
        components();
        json.WriteEndArray();
        json.WriteEndArray();
    }
}
