using Mainstay.Needs;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Exchange;

/// <summary>Gathers from favours who may meet a need: whoever has helped with it can do it again.</summary>
internal sealed class FavourHintsQueries : ISupportHints
{
    /// <summary>Help of longer ago says little of today.</summary>
    private const int Years = 3;

    public async Task<IReadOnlyList<SupportHint>> Hints(Store store, IReadOnlyList<Need> needs, DateOnly today, CancellationToken stop)
    {
        if (needs.Count == 0) return [];
        var since = today.AddYears(-Years);
        var received = await store.Favours.AsNoTracking().Where(f => f.Way == Way.Received && f.On >= since && (f.NeedId != null || f.Topic != null)).OrderByDescending(f => f.On).ThenByDescending(f => f.Id).ToListAsync(stop);
        if (received.Count == 0) return [];
        var helped = received.Select(f => (Favour: f, Words: TopicWords.Of(f.Topic ?? ""))).ToList();
        return
        [
            .. from need in needs
               let wanted = TopicWords.Of(need.Topic)
               from help in helped
               where help.Favour.NeedId == need.Id || ((help.Favour.Kind is null || help.Favour.Kind == need.Kind) && help.Words.Meets(wanted))
               group help.Favour by (Need: need.Id, Person: help.Favour.PersonId) into of
               select new SupportHint(of.Key.Need, of.Key.Person, Ability.Good, new("Exchange.HelpedWithThis", of.First().What, of.First().On)),
        ];
    }
}
