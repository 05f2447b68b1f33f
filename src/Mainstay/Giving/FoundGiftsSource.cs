using Mainstay.Search;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Giving;

/// <summary>What was given back, by what was written of it and for whom it was.</summary>
internal sealed class FoundGiftsSource : ISearchResults
{
    private const int LongestTitle = 90;

    public string Kind => "giving";

    public async Task<SearchPart> Find(Store store, SearchWish wish, DateOnly today, CancellationToken stop)
    {
        var words = Written.Words(wish.Text);
        if (words.Length == 0) return new([], 0);
        var found = (await store.AllGifts(today, stop)).Where(g => Written.Answers([.. Said(g.It), g.Name ?? "", g.For ?? ""], words)).ToList();
        return new([.. found.Skip(wish.Skip).Take(wish.Take).Select(g => new SearchResult(Kind, g.It.Id, Texts.Shortened(g.It.What, LongestTitle), string.Join(" · ", GiftWords.Line(g, today).Select(r => r.InWords())), GiftWords.Href(g.It.Id), Written.Piece(Said(g.It), words[0])))], found.Count);
    }

    private static IEnumerable<string> Said(Gift it) => it.Became is null ? [it.What] : [it.What, it.Became];
}
