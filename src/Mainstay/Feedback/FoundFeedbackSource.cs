using Mainstay.Search;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Feedback;

/// <summary>Requests for feedback by what they are about, what was answered, as far as the owner may read it, and what became of it.</summary>
internal sealed class FoundFeedbackSource : ISearchResults
{
    public string Kind => "feedback";

    public async Task<SearchPart> Find(Store store, SearchWish wish, DateOnly today, CancellationToken stop)
    {
        var words = Written.Words(wish.Text);
        if (words.Length == 0) return new([], 0);
        var found = (await store.AllFeedback(today, stop)).Where(l => Written.Answers([.. Texts(l, today), .. l.People.Select(p => p.Name)], words)).ToList();
        return new([.. found.Skip(wish.Skip).Take(wish.Take).Select(l => new SearchResult(Kind, l.It.Id, l.It.About, FeedbackWords.State(l, today).InWords(), FeedbackWords.Href(l.It.Id), Written.Piece(Texts(l, today), words[0])))], found.Count);
    }

    private static IEnumerable<string> Texts(FeedbackLine line, DateOnly today) =>
        [.. new[] { line.It.About, line.It.Response, line.It.Changed }.OfType<string>(), .. line.Said(today).SelectMany(q => q).Select(s => s.Text)];
}
