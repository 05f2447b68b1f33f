using Mainstay.Algorithms.Text;
using Mainstay.Search;
using Mainstay.Storage;

namespace Mainstay.Outreach;

/// <summary>Candidates to jump to, by the beginnings of the words of what is known of them.</summary>
internal sealed class FoundCandidatesSource : ISearchResults
{
    public string Kind => "candidate";

    public async Task<SearchPart> Find(Store store, SearchWish wish, DateOnly today, CancellationToken stop)
    {
        var words = Folding.Fold(wish.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return new([], 0);
        var found = (await store.AllCandidates(today, stop)).Where(l => Answers(l, words)).OrderBy(l => Folding.Fold(l.It.Name), StringComparer.Ordinal).ToList();
        return new([.. found.Skip(wish.Skip).Take(wish.Take).Select(l => new SearchResult(Kind, l.It.Id, l.It.Name, CandidateWords.Line(l.It) ?? Words.Speech.Say($"Outreach.Stage{l.It.Stage}"), CandidateWords.Href(l.It.Id), null))], found.Count);
    }

    private static bool Answers(CandidateLine line, string[] words)
    {
        var said = Folding.Fold(string.Join(' ', line.It.Name, line.It.Headline, line.It.Organization, line.It.Topic)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.All(w => said.Any(s => s.StartsWith(w, StringComparison.Ordinal)));
    }
}
