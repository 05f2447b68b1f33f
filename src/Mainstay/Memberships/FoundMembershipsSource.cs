using Mainstay.Search;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Memberships;

/// <summary>Memberships by what was written of them: role, benefits, note. Their organizations are found by name already.</summary>
internal sealed class FoundMembershipsSource : ISearchResults
{
    public string Kind => "membership";

    public async Task<SearchPart> Find(Store store, SearchWish wish, DateOnly today, CancellationToken stop)
    {
        var words = Written.Words(wish.Text);
        if (words.Length == 0) return new([], 0);
        var found = (await store.AllMemberships(today, stop)).Where(l => Written.Answers(Texts(l.It), words)).ToList();
        return new([.. found.Skip(wish.Skip).Take(wish.Take).Select(l => new SearchResult(Kind, l.It.Id, l.Organization, MembershipWords.State(l.It).InWords(), MembershipWords.Href(l.It.Id), Written.Piece(Texts(l.It), words[0])))], found.Count);
    }

    private static IEnumerable<string> Texts(Membership membership) => new[] { membership.Role, membership.Benefits, membership.Note }.OfType<string>();
}
