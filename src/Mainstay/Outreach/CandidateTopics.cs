using Mainstay.Algorithms.Text;
using Mainstay.Needs;

namespace Mainstay.Outreach;

/// <summary>A topic, and who is worth knowing about it.</summary>
/// <param name="Topic">As it was first written.</param>
/// <param name="NeedId">The need of the owner that it is, if it is one.</param>
/// <param name="Lines">Those who are not let rest; empty when nobody is noted for a need yet.</param>
public sealed record CandidateTopic(string Topic, Guid? NeedId, IReadOnlyList<CandidateLine> Lines);

/// <summary>Puts candidates together by what they know about: first what the owner needs, then what else there is.</summary>
public static class CandidateTopics
{
    /// <param name="lines">In the order in which they stand under a topic.</param>
    /// <param name="needs">What the owner needs, the most important first.</param>
    public static IReadOnlyList<CandidateTopic> Of(IEnumerable<CandidateLine> lines, IEnumerable<Need> needs)
    {
        var groups = needs.Select(n => new Group(n.Topic, n.Id)).DistinctBy(g => Folding.Fold(g.Topic)).ToList();
        foreach (var line in lines.Where(l => l.It.RestingSince is null))
        {
            if (Topic(line) is not { } topic) continue;
            var words = TopicWords.Of(topic);
            var group = groups.Find(g => g.NeedId == line.It.NeedId && line.It.NeedId is not null) ?? groups.Find(g => g.Words.Meets(words) || Folding.Fold(g.Topic) == Folding.Fold(topic));
            if (group is null) groups.Add(group = new(topic, null));
            group.Lines.Add(line);
        }
        return [.. groups.OrderBy(g => g.NeedId is null).ThenBy(g => g.NeedId is null ? Folding.Fold(g.Topic) : "", StringComparer.Ordinal).Select(g => new CandidateTopic(g.Topic, g.NeedId, g.Lines))];
    }

    /// <summary>Whether somebody is worth knowing about this.</summary>
    public static bool Knows(this CandidateLine line, string topic) => Topic(line) is { } known && TopicWords.Of(known).Meets(TopicWords.Of(topic));

    private static string? Topic(CandidateLine line) => line.It.Topic ?? line.Need;

    private sealed record Group(string Topic, Guid? NeedId)
    {
        public TopicWords Words { get; } = TopicWords.Of(Topic);

        public List<CandidateLine> Lines { get; } = [];
    }
}
