using System.Text;
using System.Text.Unicode;

namespace Mainstay.Formats;

/// <summary>Turns the bytes of a complete component into an event or the rules of a zone, with what is wrong with it.</summary>
internal sealed class CalendarDecoder
{
    private readonly LineDecoder _lines = new();

    public CalendarResult Decode(ReadOnlySpan<byte> buffer, CalendarFrame frame, bool cancels)
    {
        var problems = new List<FormatProblem>();
        if (frame.NulLine > 0) problems.Add(FormatProblem.Note(frame.NulLine, FormatFault.Nuls));
        if (!frame.Ended) problems.Add(FormatProblem.Damage(frame.Line, FormatFault.PartWithoutEnd, frame.Name));
        var charset = Utf8.IsValid(buffer) ? Encoding.UTF8 : _lines.GuessCharset(buffer, frame.Items);
        var part = Part(buffer, frame, charset, problems);
        var result = frame.Name == "VEVENT"
            ? Event(frame.Line, new(part, problems), cancels, problems)
            : new CalendarResult(frame.Line, problems) { Zone = CalendarZoneReading.Rules(part, problems) };
        problems.Sort((one, two) => one.Line.CompareTo(two.Line));
        return result with { Calendar = frame.Calendar };
    }

    /// <summary>What a line of the calendar itself says: its name, or that it cancels.</summary>
    public (CalendarResult? Result, bool Cancels) Property(ReadOnlySpan<byte> buffer, CardItem item, int calendar)
    {
        var problems = new List<FormatProblem>();
        var charset = Utf8.IsValid(buffer) ? Encoding.UTF8 : _lines.GuessCharset(buffer, [item]);
        var property = new VCardProperty(_lines.Decode(buffer, item, charset, problems), VCardVersion.V40, null, charset);
        var name = property.Is("NAME") || property.Is("X-WR-CALNAME") ? property.Text.Trim() : "";
        var result = name.Length == 0 && problems.Count == 0 ? null : new CalendarResult(item.Number, problems) { Name = name.Length > 0 ? name : null, Calendar = calendar };
        return (result, property.Is("METHOD") && property.Text.Trim().Equals("CANCEL", StringComparison.OrdinalIgnoreCase));
    }

    private static CalendarResult Event(long line, CalendarEventReading reading, bool cancels, List<FormatProblem> problems)
    {
        var read = reading.Event(cancels);
        return new(line, problems) { Event = read, StartLine = reading.StartLine };
    }

    private CalendarPart Part(ReadOnlySpan<byte> buffer, CalendarFrame frame, Encoding charset, List<FormatProblem> problems)
    {
        var lines = new List<VCardProperty>(frame.Items.Count);
        foreach (var item in frame.Items)
        {
            var line = _lines.Decode(buffer, item, charset, problems);
            if (!line.IsDamaged) lines.Add(new(line, VCardVersion.V40, null, charset));
        }

        var children = new List<CalendarPart>(frame.Children.Count);
        foreach (var child in frame.Children) children.Add(Part(buffer, child, charset, problems));
        return new(frame.Name, frame.Line, lines, children);
    }
}

/// <summary>The lines of a component, and the components nested in it.</summary>
internal sealed record CalendarPart(string Name, long Line, IReadOnlyList<VCardProperty> Lines, IReadOnlyList<CalendarPart> Children)
{
    public VCardProperty? First(string name) => Lines.FirstOrDefault(line => line.Is(name));
}
