using Mainstay.Search;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Learnings;

/// <summary>Learnings by what was written of them, and by whom they are from.</summary>
internal sealed class FoundLearningsSource : ISearchResults
{
    public string Kind => "learning";

    public async Task<SearchPart> Find(Store store, SearchWish wish, DateOnly today, CancellationToken stop)
    {
        var words = Written.Words(wish.Text);
        if (words.Length == 0) return new([], 0);
        var found = (await store.AllLearnings(stop, most: int.MaxValue)).Where(l => Written.Answers([.. Texts(l.It), l.Name ?? "", l.Gathering ?? ""], words)).ToList();
        return new([.. found.Skip(wish.Skip).Take(wish.Take).Select(l => new SearchResult(Kind, l.It.Id, LearningWords.Title(l.It), Subtitle(l), LearningWords.Href(l.It.Id), Written.Piece(Texts(l.It), words[0])))], found.Count);
    }

    private static IEnumerable<string> Texts(Learning it) => new[] { it.Text, it.Topic, it.Used }.OfType<string>();

    private static string? Subtitle(LearningLine line) => LearningWords.Origin(line).Select(o => o.InWords()).ToList() is { Count: > 0 } origin ? string.Join(" · ", origin) : line.It.Topic;
}
