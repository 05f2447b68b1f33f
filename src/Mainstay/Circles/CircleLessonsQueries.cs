using Mainstay.Algorithms.Text;
using Mainstay.Needs;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Circles;

/// <summary>A lesson or a resource that somebody left in one of one's circles.</summary>
/// <param name="Circle">In which.</param>
/// <param name="CircleName">What that is called.</param>
/// <param name="Line">What was left, and by whom.</param>
/// <param name="Words">Which of the words that were looked for are in it.</param>
public sealed record CircleLesson(Guid Circle, string CircleName, PostLine Line, IReadOnlyList<string> Words);

/// <summary>Finds in all circles of an account what others learned about something. In each circle it sees no more than its member does.</summary>
public static class CircleLessonsQueries
{
    public const int Most = 20;

    /// <summary>So many words are looked for, and so many posts looked at for each.</summary>
    private const int MostWords = 8, MostOfWord = 200;

    /// <summary>What has at least half of the words, the most of them first, then the newest.</summary>
    /// <param name="store">Wherever it looks; it looks there again afterwards.</param>
    /// <param name="account">Whose circles.</param>
    /// <param name="about">A topic or a few words; nothing is found by small ones alone.</param>
    /// <param name="most">So many at most.</param>
    /// <param name="stop">Breaks off.</param>
    public static async Task<IReadOnlyList<CircleLesson>> LessonsInCircles(this Store store, Guid account, string about, int most, CancellationToken stop)
    {
        List<string> words = [.. PostActions.Sought(about).Where(w => !TopicWords.Of(w).IsEmpty).Take(MostWords)];
        if (words.Count == 0) return [];
        var found = await store.InEachCircle(account, async (circle, seat) => (await store.LessonsWith(seat, words, most, stop)).Select(l => new CircleLesson(circle.SpaceId, circle.Name, l.Line, l.Words)), stop);
        return [.. found.SelectMany(l => l).OrderByDescending(l => l.Words.Count).ThenByDescending(l => l.Line.Post.Id).Take(most)];
    }

    private static async Task<IEnumerable<(PostLine Line, IReadOnlyList<string> Words)>> LessonsWith(this Store store, CircleSeat seat, List<string> words, int most, CancellationToken stop)
    {
        var (has, topics) = (new Dictionary<Guid, List<string>>(), store.CircleTopics);
        foreach (var word in words)
        {
            var (from, to) = Range(word);
            var ids = topics.Where(t => (t.Of == TopicOf.Lesson || t.Of == TopicOf.Resource) && t.TopicNormal.CompareTo(from) >= 0 && t.TopicNormal.CompareTo(to) < 0).Select(t => t.OfId).Distinct().OrderByDescending(id => id).Take(MostOfWord);
            await foreach (var id in ids.AsAsyncEnumerable().WithCancellation(stop)) (has.TryGetValue(id, out var all) ? all : has[id] = []).Add(word);
        }
        List<Guid> best = [.. has.Where(h => 2 * h.Value.Count >= words.Count).OrderByDescending(h => h.Value.Count).ThenByDescending(h => h.Key).Take(MostOfWord).Select(h => h.Key)];
        if (best.Count == 0) return [];
        return (await store.PostsAmong(seat, best, stop)).OrderBy(l => best.IndexOf(l.Post.Id)).Take(most).Select(l => (l, (IReadOnlyList<string>)has[l.Post.Id]));
    }

    /// <summary>Whatever begins with the stem of a word: who looks for clients finds a client.</summary>
    private static (string From, string To) Range(string word)
    {
        var stem = WordStem.Of(word) is { Length: > 2 } root && word.StartsWith(root, StringComparison.Ordinal) ? root : word;
        return (stem, stem + "\uffff");
    }
}
