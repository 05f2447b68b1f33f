using System.Globalization;
using Mainstay.Capture;
using Mainstay.Rhythm;

namespace Mainstay.Tests.Capture;

/// <summary>Who is known to the sentences, and a reading as lines that can be read and compared.</summary>
internal static class ReadingLines
{
    public static readonly DateOnly Today = new(2026, 5, 1); // a Friday

    private static readonly string[] Known =
    [
        "Ana Silva", "Bo Chen", "Cy Twombly", "Grace Hopper", "Katherine Johnson", "Alan Turing", "Peter Müller", "Peter Schmidt", "José García", "Zoë Winters", "Jürgen Weiß",
        "田中 太郎", "Will Byers", "June Park", "Mark Stone", "Anne-Marie Dubois", "Robert Miller|Bob", "Eva Klein", "Sven Lindqvist", "Maria Rossi", "Max Vogel", "Lena Braun", "Иван Петров",
    ];

    public static NamesKnown Names() => new(Known.Select((k, i) => new KnownName(new Guid(i + 1, 0, 0, new byte[8]), k.Split('|')[0], k.Split('|').Skip(1).FirstOrDefault())));

    public static string Of(string line, CultureInfo culture) => string.Join('\n', Lines(LineReader.Read(line, Today, culture, Names())));

    private static IEnumerable<string> Lines(Reading reading)
    {
        string Who(IReadOnlyList<int> people) => string.Join(", ", people.Select(p => reading.People[p].Name));
        foreach (var t in reading.Touches) yield return $"  touch {Small(t.Kind)}{(t.Direction == Direction.Both ? "" : " " + Small(t.Direction))} {Day(t.On)} {Who(t.People)}{(t.Minutes is { } m ? $" {m}min" : "")}{(t.Note is null ? "" : " : " + t.Note)}";
        foreach (var t in reading.Tasks) yield return $"  {(t.ToMe ? "theirs" : "mine")} {Day(t.Due)} {(t.Person is { } p ? reading.People[p].Name : "-")} : {t.Text}";
        foreach (var n in reading.Notes) yield return $"  {Small(n.Kind)} {Who(n.People)}{Details(n)} : {n.Text}";
        foreach (var l in reading.Learnings) yield return $"  learned {Day(l.On)} {(l.Person is { } p ? reading.People[p].Name : "-")}{(l.Topic is null ? "" : $" #{l.Topic}")} : {l.Text}";
        foreach (var w in reading.People.Where(w => w.IsNew)) yield return $"  new {w.Typed}{(w.Organization is null ? "" : (w.IsFormer ? " formerly " : " of ") + w.Organization)}{(w.Role is null ? "" : " as " + w.Role)}{(w.MetWhere is null ? "" : " met at " + w.MetWhere)}{(w.Email is null ? "" : " " + w.Email)}";
        foreach (var w in reading.People.Where(w => w.IsUnclear)) yield return $"  which {w.Typed}: {string.Join(", ", w.Candidates.Select(c => $"{c.Name} ({c.Why.Key[8..]})"))}";
        foreach (var r in reading.Rest) yield return $"  rest : {r}";
        foreach (var d in reading.NoDays) yield return $"  no day : {d}";
    }

    private static string Details(NoteRead n) => n.Kind switch
    {
        NoteKind.Birthday => $" {n.Birthday!.Value.Year?.ToString(CultureInfo.InvariantCulture) ?? "--"}-{n.Birthday.Value.Month:00}-{n.Birthday.Value.Day:00}",
        NoteKind.Work => (n.IsFormer ? " formerly " : " of ") + n.Organization + (n.Role is null ? "" : " as " + n.Role),
        NoteKind.Place => " in " + n.Place,
        _ => "",
    };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";

    private static string Small(Enum value) => value.ToString().ToLowerInvariant();
}
