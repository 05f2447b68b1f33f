using Mainstay.Organizations;
using Mainstay.Search;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Gatherings;

/// <summary>Gatherings by what they are called, who holds them, where they are and what was written of them; the latest first.</summary>
internal sealed class FoundGatheringsSource : ISearchResults
{
    public string Kind => "gathering";

    public async Task<SearchPart> Find(Store store, SearchWish wish, DateOnly today, CancellationToken stop)
    {
        var words = Written.Words(wish.Text);
        if (words.Length == 0) return new([], 0);
        var organizations = store.Organizations;
        var all = await (from it in store.Gatherings.AsNoTracking()
                         join holds in organizations on it.OrganizationId equals (Guid?)holds.Id into found
                         from holds in found.DefaultIfEmpty()
                         orderby it.FirstDay descending, it.Id descending
                         select new { It = it, Holds = holds == null ? null : holds.Name }).ToListAsync(stop);
        var answers = all.Where(g => Written.Answers(Texts(g.It, g.Holds), words)).ToList();
        return new([.. answers.Skip(wish.Skip).Take(wish.Take).Select(g => new SearchResult(Kind, g.It.Id, g.It.Name, Beside(g.It, g.Holds), $"/gatherings/{g.It.Id}", Written.Piece(Texts(g.It, null).Skip(1), words[0])))], answers.Count);
    }

    private static string Beside(Gathering it, string? holds) => string.Join(" · ", new[] { GatheringWords.Days(it).InWords(), holds, it.Place }.OfType<string>());

    private static IEnumerable<string> Texts(Gathering it, string? holds) => new[] { it.Name, it.Topics, it.Note, it.Goal, it.AfterMonth, it.AfterYear, it.Address, it.Place, holds }.OfType<string>();
}
