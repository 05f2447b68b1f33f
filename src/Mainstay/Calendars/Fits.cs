using Mainstay.Algorithms.Text;
using Mainstay.Memberships;
using Mainstay.Needs;
using Mainstay.Words;

namespace Mainstay.Calendars;

/// <summary>What speaks for going to a gathering: what the owner needs, where it is, and who is named in it. Each is a sentence with a weight, and the weights are added; nothing is guessed.</summary>
public static class Fits
{
    /// <summary>What a need of usual importance weighs, by where it stands; and what the rest weighs.</summary>
    private const double InTopics = 3, InName = 2, InText = 1, Goal = 1.5, Place = 1, Online = .5, Person = 2, Candidate = 2.5;

    private const int MostPeople = 3, MostQuoted = 160, LeastOfPlace = 3;

    private static readonly string[] OnlineWords = ["online", "virtual", "virtuell", "webinar", "zoom", "livestream", "digital"];

    public static Fit Of(Attendable it, FitWishes wishes)
    {
        var text = new Read(it);
        return new(it, [.. wishes.Needs.Select(n => For(n, text)).OfType<FitReason>(), .. wishes.Goals.Select(g => For(g, text)).OfType<FitReason>(), .. Where(it, wishes), .. Who(it, text, wishes), .. Busy(it, wishes)]);
    }

    /// <summary>A need counts once, where it is said most plainly.</summary>
    private static FitReason? For(WantedNeed need, Read text)
    {
        var share = need.Importance / (double)Need.UsualImportance;
        if (text.Topics.FirstOrDefault(t => t.Words.Meets(need.Words)) is { } topic) return new(InTopics * share, new("Calendars.FitTopic", need.Topic, topic.Text));
        if (text.Name.Words.Says(need.Words)) return new(InName * share, new("Calendars.FitName", need.Topic));
        return text.Sentences.FirstOrDefault(s => s.Words.Says(need.Words)) is { } said ? new(InText * share, new("Calendars.FitText", need.Topic, Quoted(said.Text))) : null;
    }

    private static FitReason? For(WantedGoal goal, Read text) =>
        text.Topics.FirstOrDefault(t => goal.Words.Says(t.Words)) is { } topic ? new(Goal, new("Calendars.FitGoal", goal.Text, topic.Text)) : null;

    private static IEnumerable<FitReason> Where(Attendable it, FitWishes wishes)
    {
        foreach (var part in PartsOf(it.It.Place))
            if (wishes.Places.TryGetValue(Folding.Fold(part), out var known))
            {
                yield return new(Place, new("Calendars.FitPlace", known.Shown, known.Times));
                yield break;
            }
        var isOnline = IsOnline(it);
        var written = TopicWords.Of($"{it.It.Place} {it.It.Address}");
        if (isOnline && wishes.Liked.Any(l => SaysOnline(l.Text))) yield return new(Place, new("Calendars.FitLikedOnline"));
        else if (wishes.Liked.FirstOrDefault(l => written.Says(l.Words)) is { } liked) yield return new(Place, new("Calendars.FitLiked", liked.Text));
        else if (isOnline) yield return new(Online, new("Calendars.FitOnline"));
    }

    /// <summary>Three count; who else there is, is said.</summary>
    private static IEnumerable<FitReason> Who(Attendable it, Read text, FitWishes wishes)
    {
        IEnumerable<(string Name, FitReason Why)> expected = wishes.Expected[it.Id].Select(name => (name, new FitReason(Person, new("Calendars.FitExpected", name))));
        IEnumerable<(string Name, FitReason Why)> named = text.Lines.SelectMany(line => wishes.NamedIn(line).Select(s => (s.Name, Why: Named(s, line))));
        IEnumerable<(string Name, FitReason Why)> noticed = wishes.Noticed.Where(n => Brought.IsNamedIn(n.From, it.It.Name)).Select(n => (n.Name, new FitReason(Candidate, new("Calendars.FitNoticed", n.Name))));
        var found = expected.Concat(named).Concat(noticed).DistinctBy(f => f.Name).OrderByDescending(f => f.Why.Weight).ToList();
        foreach (var (_, why) in found.Take(MostPeople)) yield return why;
        if (found.Count > MostPeople) yield return new(0, new("Calendars.FitOthers", found.Skip(MostPeople).Select(f => f.Name)));
    }

    private static FitReason Named(Somebody who, string line) => who.IsCandidate ? new(Candidate, new("Calendars.FitCandidate", who.Name, Quoted(line))) : new(Person, new("Calendars.FitPerson", who.Name, Quoted(line)));

    private static IEnumerable<FitReason> Busy(Attendable it, FitWishes wishes) =>
        wishes.Going.Where(g => g.From <= it.It.LastDay && g.Until >= it.It.On).Take(1).Select(g => new FitReason(0, new("Calendars.FitBusy", g.Name)));

    /// <summary>"Altice Arena, Lisbon" is in both.</summary>
    public static IEnumerable<string> PartsOf(string? place) =>
        (place ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(p => p.Length >= LeastOfPlace && p.Any(char.IsLetter));

    private static bool IsOnline(Attendable it) => it.It.Place is null ? it.Link is not null && SaysOnline(it.It.Name) || SaysOnline(it.It.Note?.Split('\n')[0]) : SaysOnline(it.It.Place);

    private static bool SaysOnline(string? text) => text is not null && Tokens.ForIndex(text).Exists(OnlineWords.Contains);

    private static string Quoted(string text) => Texts.Shortened(text, MostQuoted);

    private sealed record Said(string Text)
    {
        public TopicWords Words { get; } = TopicWords.Of(Text);
    }

    /// <summary>A gathering as it is read: what it says it is about, its name, and sentence by sentence what is written of it.</summary>
    private sealed class Read(Attendable it)
    {
        private static readonly char[] Ends = ['.', '!', '?', '\n', ';', '•', '。'];

        public IReadOnlyList<Said> Topics { get; } = [.. (it.It.Topics ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(t => new Said(t))];

        public Said Name { get; } = new(it.It.Name);

        public IReadOnlyList<Said> Sentences { get; } = [.. Sentence(it.It.Note).Select(s => new Said(s))];

        /// <summary>Where somebody may be named.</summary>
        public IEnumerable<string> Lines => [.. (it.Who ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries), it.It.Name, .. Sentences.Select(s => s.Text)];

        private static string[] Sentence(string? text) => (text ?? "").Split(Ends, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
