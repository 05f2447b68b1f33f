using Mainstay.Search;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Accountability;

/// <summary>Commitments by what was promised and said of them, and by their witness.</summary>
internal sealed class FoundCommitmentsSource : ISearchResults
{
    public string Kind => "commitment";

    public async Task<SearchPart> Find(Store store, SearchWish wish, DateOnly today, CancellationToken stop)
    {
        var words = Written.Words(wish.Text);
        if (words.Length == 0) return new([], 0);
        var found = (await store.AllCommitments(today, stop)).Where(l => Written.Answers([.. Texts(l, today), l.Name ?? "", l.Goal ?? ""], words)).ToList();
        return new([.. found.Skip(wish.Skip).Take(wish.Take).Select(l => new SearchResult(Kind, l.It.Id, CommitmentWords.Title(l.Course, today), CommitmentWords.State(l.Course, today).InWords(), CommitmentWords.Href(l.It.Id), Written.Piece(Texts(l, today), words[0])))], found.Count);
    }

    private static IEnumerable<string> Texts(CommitmentLine line, DateOnly today)
    {
        var promise = line.Course.PromiseOn(today);
        return new[] { promise.Outcome, promise.Measure, promise.Counts, line.It.FirstStep, line.It.CameOfIt }
            .Concat(line.Course.CheckIns.SelectMany(c => new[] { c.Sentence, c.NextStep })).Concat(line.Words.Select(w => w.Text)).OfType<string>();
    }
}
