using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Reviews;

/// <summary>What happened since the last review, as far as it is noted; nothing else is said.</summary>
public sealed record Happenings
{
    /// <summary>So many are named one by one.</summary>
    private const int MostNamed = 4;

    /// <summary>The day after which it is counted.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>Needs that were noted since, and are open.</summary>
    public IReadOnlyList<string> NeedsCame { get; init; } = [];

    /// <summary>Needs that are needed no more.</summary>
    public IReadOnlyList<string> NeedsWent { get; init; } = [];

    public IReadOnlyList<string> GoalsReached { get; init; } = [];

    /// <summary>The coverage of all needs at the last review, 0 to 1; null when it is not known.</summary>
    public double? CoverageThen { get; init; }

    /// <summary>And now; null without a need.</summary>
    public double? CoverageNow { get; init; }

    /// <summary>Asks that were sent or answered.</summary>
    public int Asked { get; init; }

    public int Answered { get; init; }

    public int SaidYes { get; init; }

    /// <summary>Who helped the owner.</summary>
    public IReadOnlyList<string> HelpedYou { get; init; } = [];

    /// <summary>Whom the owner helped.</summary>
    public IReadOnlyList<string> YouHelped { get; init; } = [];

    /// <summary>Who opened a door.</summary>
    public IReadOnlyList<string> OpenedDoors { get; init; } = [];

    /// <summary>Who agreed to help with something that is needed.</summary>
    public IReadOnlyList<string> Agreed { get; init; } = [];

    /// <summary>Who sits on the board since.</summary>
    public IReadOnlyList<string> TookSeats { get; init; } = [];

    /// <summary>Who is near, and was not known before.</summary>
    public IReadOnlyList<string> CameNear { get; init; } = [];

    /// <summary>All of it in sentences; one that says so when nothing is known.</summary>
    public IReadOnlyList<Reason> InWords
    {
        get
        {
            List<Reason> said = [.. Needs, .. Asks, .. People];
            return [.. said.Count == 0 && CoverageThen is null ? [new Reason("Reviews.NothingChanged")] : said, .. Coverage];
        }
    }

    private IEnumerable<Reason> Needs =>
    [
        .. Naming("Reviews.GoalsReached", GoalsReached, "Reviews.Quoted"),
        .. Naming("Reviews.NeedsWent", NeedsWent, "Reviews.Quoted"),
        .. Naming("Reviews.NeedsCame", NeedsCame, "Reviews.Quoted"),
    ];

    private IEnumerable<Reason> Asks => Asked == 0 ? [] : [Answered == 0 ? new("Reviews.NotAnswered", Asked) : (Answered, SaidYes) switch
    {
        (_, 0) => new("Reviews.Answered", Asked, Answered),
        (1, 1) => new("Reviews.AnsweredOneYes", Asked),
        _ => new("Reviews.AnsweredYes", Asked, Answered, SaidYes),
    }];

    private IEnumerable<Reason> People =>
    [
        .. Naming("Reviews.HelpedYou", HelpedYou),
        .. Naming("Reviews.YouHelped", YouHelped),
        .. Naming("Reviews.OpenedDoors", OpenedDoors),
        .. Naming("Reviews.Agreed", Agreed),
        .. Naming("Reviews.TookSeats", TookSeats),
        .. Naming("Reviews.CameNear", CameNear),
    ];

    private IEnumerable<Reason> Coverage => (CoverageThen, CoverageNow) switch
    {
        (_, null) => [],
        (null, { } now) => [new("Reviews.CoverageNow", Telling.InTen(now))],
        ({ } then, { } now) when Telling.InTen(then) == Telling.InTen(now) => [new("Reviews.CoverageSame", Telling.InTen(now))],
        ({ } then, { } now) => [new(now > then ? "Reviews.CoverageRose" : "Reviews.CoverageFell", Telling.InTen(now), Telling.InTen(then))],
    };

    private static IEnumerable<Reason> Naming(string key, IReadOnlyList<string> names, string each = "Reviews.Named") =>
        names.Count == 0 ? [] : [new(key, Some(names, each), names.Count)];

    /// <summary>The first few by name, and how many more there are.</summary>
    private static List<Reason> Some(IReadOnlyList<string> names, string each)
    {
        var shown = names.Count <= MostNamed + 1 ? names.Count : MostNamed;
        var some = names.Take(shown).Select(n => new Reason(each, n)).ToList();
        if (shown < names.Count) some.Add(new("Reviews.AndMore", names.Count - shown));
        return some;
    }
}
