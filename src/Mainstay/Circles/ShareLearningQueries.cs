using Mainstay.Accounts;
using Mainstay.Learnings;
using Mainstay.Storage;

namespace Mainstay.Circles;

internal static class ShareLearningQueries
{
    /// <summary>What somebody learned, as a lesson for a circle: its words and its topic, and nothing of from whom and where. It is a draft, told by nobody before they say so.</summary>
    /// <param name="store">Of the circle.</param>
    /// <param name="network">Where it is kept.</param>
    /// <param name="learning">Which.</param>
    /// <param name="stop">Breaks off.</param>
    public static Task<NewPost> Shared(this Store store, Guid network, Guid learning, CancellationToken stop) => store.Shared(network, () => store.LearningOf(learning, stop));

    /// <summary>The same, of the one learning whose id ends so.</summary>
    public static Task<NewPost> SharedEnding(this Store store, Guid network, string end, CancellationToken stop) => store.Shared(network, () => store.LearningEndingWith(end, stop));

    private static async Task<NewPost> Shared(this Store store, Guid network, Func<Task<LearningLine>> find)
    {
        var it = (await store.LookingAt(network, find)).It;
        return new() { Kind = PostKind.Lesson, Title = it.Topic ?? "", Text = it.Text, Topics = it.Topic is { Length: <= CircleTopic.Longest } ? it.Topic : null };
    }
}
