using System.Runtime.CompilerServices;
using Mainstay.Search;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Exchange;

/// <summary>People are found by the help that went to and fro, by what they need, by doors they opened and by what they were asked.</summary>
internal sealed class ExchangeSearchSource : ISearchSource
{
    /// <summary>What they need, what they were given and what they were asked says nothing of what they know: it is told apart from the help they gave.</summary>
    private static readonly SearchField Exchanged = new(18, "favour", 1.5, null), Helped = new(19, "helped", 1.5, null);

    public IReadOnlyList<SearchField> Fields { get; } = [Exchanged, Helped];

    public Guid? PersonOf(IOwned row) => row switch { Favour f => f.PersonId, Wish w => w.PersonId, Opportunity o => o.PersonId, Ask a => a.PersonId, _ => null };

    public Task<IReadOnlyCollection<Guid>> PeopleBehind(Store store, IReadOnlyList<IOwned> rows, CancellationToken stop) => Task.FromResult<IReadOnlyCollection<Guid>>([]);

    public async IAsyncEnumerable<SearchText> TextsOf(Store store, IReadOnlyCollection<Guid> people, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var some in people.Chunk(Store.MostParameters))
        {
            var favours = await store.Favours.Where(f => some.Contains(f.PersonId) && !f.IsConfidential).Select(f => new { f.PersonId, f.Id, f.Way, f.What, f.Topic }).ToListAsync(stop);
            var wishes = await store.Wishes.Where(w => some.Contains(w.PersonId)).Select(w => new { w.PersonId, w.Id, w.Text }).ToListAsync(stop);
            var doors = await store.Opportunities.Where(o => some.Contains(o.PersonId)).Select(o => new { o.PersonId, o.Id, o.What, o.Became }).ToListAsync(stop);
            var asks = await store.Asks.Where(a => some.Contains(a.PersonId) && !a.IsConfidential).Select(a => new { a.PersonId, a.Id, a.What }).ToListAsync(stop);
            var texts = favours.SelectMany(f => (Said[])[new(f.PersonId, f.Id, f.What, f.Way == Way.Received), new(f.PersonId, f.Id, f.Topic ?? "", f.Way == Way.Received)])
                .Concat(wishes.Select(w => new Said(w.PersonId, w.Id, w.Text, false)))
                .Concat(doors.SelectMany(o => (Said[])[new(o.PersonId, o.Id, o.What, true), new(o.PersonId, o.Id, o.Became ?? "", true)]))
                .Concat(asks.Select(a => new Said(a.PersonId, a.Id, a.What, false)));
            foreach (var said in texts.Where(t => t.Text.Length > 0).OrderBy(t => t.Person).ThenByDescending(t => t.Row)) yield return new(said.Person, said.IsHelp ? Helped : Exchanged, said.Text);
        }
    }

    private sealed record Said(Guid Person, Guid Row, string Text, bool IsHelp);
}
