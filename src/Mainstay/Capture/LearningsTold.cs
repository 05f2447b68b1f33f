namespace Mainstay.Capture;

/// <summary>Gathers what a line says was learned, as it was typed.</summary>
internal sealed class LearningsTold(string line, DateOnly today)
{
    private const int MostTopics = 3;

    private readonly List<LearningRead> all = [];

    /// <summary>Where in the line the last one stands, and which are of it: one for each from whom it was learned.</summary>
    private int from, to, first;

    private IReadOnlyList<string> topics = [];

    public IReadOnlyList<LearningRead> All => all;

    public void Add(Learned said, IReadOnlyList<int> who, DateOnly on)
    {
        (from, to, first, topics) = (said.At, said.End, all.Count, said.Topics);
        all.AddRange((who.Count == 0 ? [null] : who.Select(w => (int?)w)).Select(w => new LearningRead(line[from..to], on, w) { Topic = Joined }));
    }

    /// <summary>What follows in another sentence is more of it.</summary>
    public void More(Clause clause)
    {
        var tail = LearnedTail.Of(clause.Pieces, LearnedTail.WithBrackets(clause.Pieces, LearnedTail.Tags(clause.Pieces)), (0, clause.Pieces.Count), today, isMarked: true);
        if (tail.To > 0) to = clause.Pieces[tail.To - 1].End;
        topics = [.. topics, .. tail.Topics];
        for (var at = first; at < all.Count; at++) all[at] = all[at] with { Text = line[from..to], Topic = Joined };
    }

    private string? Joined => topics.Count == 0 ? null : string.Join(", ", topics.Distinct(StringComparer.OrdinalIgnoreCase).Take(MostTopics));
}
