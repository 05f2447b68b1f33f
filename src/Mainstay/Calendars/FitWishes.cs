using Mainstay.Algorithms.Text;
using Mainstay.Needs;

namespace Mainstay.Calendars;

/// <summary>Something the owner needs, as it is looked for in gatherings.</summary>
public sealed record WantedNeed(string Topic, int Importance)
{
    public TopicWords Words { get; } = TopicWords.Of(Topic);
}

/// <summary>A goal, which may speak of what a gathering is about.</summary>
public sealed record WantedGoal(string Text)
{
    public TopicWords Words { get; } = TopicWords.Of(Text);
}

/// <summary>Somebody of the owner's, or somebody they would like to know.</summary>
/// <param name="Id">The person's, or the candidate's.</param>
/// <param name="Name">Their whole name.</param>
/// <param name="Mails">As they are compared.</param>
/// <param name="IsCandidate">The owner would like to know them.</param>
public sealed record Somebody(Guid Id, string Name, IReadOnlyList<string> Mails, bool IsCandidate)
{
    /// <summary>The words of the name, as they are compared.</summary>
    public IReadOnlyList<string> Words { get; } = Tokens.ForIndex(Name);
}

/// <summary>What the owner looks for in a gathering.</summary>
public sealed class FitWishes(IReadOnlyList<WantedNeed> needs, IReadOnlyList<WantedGoal> goals, IEnumerable<Somebody> people)
{
    private const int MostWords = 4;

    private readonly Dictionary<string, Somebody?> named = [], written = [];
    private readonly HashSet<string> first = [];
    private bool isLookedUp;

    public IReadOnlyList<WantedNeed> Needs => needs;

    public IReadOnlyList<WantedGoal> Goals => goals;

    /// <summary>Places by their folded name, with how they are written and how often the owner was there.</summary>
    public IReadOnlyDictionary<string, (string Shown, int Times)> Places { get; init; } = new Dictionary<string, (string, int)>();

    /// <summary>Places of which the owner says that they go there.</summary>
    public IReadOnlyList<LikedPlace> Liked { get; init; } = [];

    /// <summary>Where the owner goes already.</summary>
    public IReadOnlyList<(string Name, DateOnly From, DateOnly Until)> Going { get; init; } = [];

    /// <summary>Who is expected at one of the owner's gatherings.</summary>
    public ILookup<Guid, string> Expected { get; init; } = Enumerable.Empty<(Guid, string)>().ToLookup(e => e.Item1, e => e.Item2);

    /// <summary>Candidates with what the owner noted of where they came from.</summary>
    public IReadOnlyList<(string Name, string From)> Noticed { get; init; } = [];

    /// <summary>Who is named in a text: by mail address, or by a whole name of at least two words that nobody else has.</summary>
    public IEnumerable<Somebody> NamedIn(string text)
    {
        LookUp();
        var words = Tokens.ForIndex(text);
        for (var at = 0; at < words.Count; at++)
        {
            if (written.GetValueOrDefault(words[at]) is { } writes) yield return writes;
            if (!first.Contains(words[at])) continue;
            for (var count = 2; count <= MostWords && at + count <= words.Count; count++)
                if (named.GetValueOrDefault(string.Join(' ', words.Skip(at).Take(count))) is { } called) yield return called;
        }
    }

    /// <summary>Candidates stand for themselves where they are known by the same name or address.</summary>
    private void LookUp()
    {
        if (isLookedUp) return;
        foreach (var one in people.OrderBy(p => p.IsCandidate))
        {
            foreach (var mail in one.Mails) written[mail] = one;
            if (one.Words.Count is < 2 or > MostWords) continue;
            first.Add(one.Words[0]);
            var name = string.Join(' ', one.Words);
            named[name] = named.TryGetValue(name, out var other) && (other is null || other.IsCandidate == one.IsCandidate) ? null : one; // two of one name: nobody knows who is meant
        }
        isLookedUp = true;
    }
}
