using Mainstay.Algorithms.Text;
using Mainstay.Search;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Memberships;

/// <summary>Memberships by what was written of them: role, benefits, note. Their organizations are found by name already.</summary>
internal sealed class FoundMembershipsSource : ISearchResults
{
    private const int Around = 60;

    public string Kind => "membership";

    public async Task<SearchPart> Find(Store store, SearchWish wish, DateOnly today, CancellationToken stop)
    {
        var words = Folding.Fold(wish.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0) return new([], 0);
        var found = (await store.AllMemberships(today, stop)).Where(l => Texts(l.It).Any()).Select(l => (Line: l, All: Folding.Fold(string.Join('\n', Texts(l.It))))).Where(l => words.All(w => Begins(l.All, w) >= 0)).ToList();
        return new([.. found.Skip(wish.Skip).Take(wish.Take).Select(l => new SearchResult(Kind, l.Line.It.Id, l.Line.Organization, MembershipWords.State(l.Line.It).InWords(), MembershipWords.Href(l.Line.It.Id), Piece(l.Line.It, words[0])))], found.Count);
    }

    private static IEnumerable<string> Texts(Membership membership) => new[] { membership.Role, membership.Benefits, membership.Note }.OfType<string>();

    /// <summary>The text around the first word, as it was written.</summary>
    private static string? Piece(Membership membership, string word)
    {
        foreach (var text in Texts(membership))
        {
            // folding may shorten a text: the place in it is near enough to cut a piece around
            if (Begins(Folding.Fold(text), word) is not (>= 0 and var at)) continue;
            var (from, to) = (Math.Clamp(at - Around, 0, text.Length), Math.Min(text.Length, at + word.Length + Around));
            return $"{(from > 0 ? "…" : "")}{text[from..Math.Max(from, to)].ReplaceLineEndings(" ").Trim()}{(to < text.Length ? "…" : "")}";
        }
        return null;
    }

    /// <summary>Where a word of it begins so; below 0 when none does.</summary>
    private static int Begins(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1])) return at;
        return -1;
    }
}
