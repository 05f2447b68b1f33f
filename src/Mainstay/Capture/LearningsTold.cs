namespace Mainstay.Capture;

/// <summary>Gathers what a line says was learned, as it was typed.</summary>
internal sealed class LearningsTold(string line, DateOnly today)
{
    private const int MostTopics = 3;

    private readonly List<LearningRead> all = [];

    /// <summary>Where in the line the last one stands, and which are of it: one for each from whom it was learned.</summary>
    private int from, to, first;

    public IReadOnlyList<LearningRead> All => all;

    public void Add(Learned said, IReadOnlyList<int> who, DateOnly on)
    {
        (from, to, first) = (said.At, said.End, all.Count);
        all.AddRange((who.Count == 0 ? [null] : who.Select(w => (int?)w)).Select(w => new LearningRead(line[from..to], on, w) { Topic = Joined(said.Topics) }));
    }

    /// <summary>What follows in another sentence is more of it.</summary>
    public void More(Clause clause)
    {
        var tail = LearnedTail.Of(clause.Pieces, LearnedTail.WithBrackets(clause.Pieces, LearnedTail.Tags(clause.Pieces)), (0, clause.Pieces.Count), today, isMarked: true);
        if (tail.To > 0) to = clause.Pieces[tail.To - 1].End;
        for (var at = first; at < all.Count; at++) all[at] = all[at] with { Text = line[from..to], Topic = Joined([.. new[] { all[at].Topic }.OfType<string>(), .. tail.Topics]) };
    }

    private static string? Joined(IReadOnlyList<string> topics) => topics.Count == 0 ? null : string.Join(", ", topics.Distinct().Take(MostTopics));
}
