using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Organizations;

/// <summary>A person as other programs may take them.</summary>
internal sealed record ExportedPerson(Guid Id, PersonDetails Details, IReadOnlyList<AffiliationDetails> Affiliations, string? Card);

internal static class ExportQueries
{
    private const int AtOnce = 200;

    /// <summary>Everybody who is not in the trash, in the order of lists, some at a time; as a whole with photo and original card.</summary>
    public static async IAsyncEnumerable<ExportedPerson> EverybodyToExport(this Store store, bool whole, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var byId = await store.People.Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, stop);
        foreach (var some in (await store.Listed(store.People, stop)).Chunk(AtOnce))
        {
            var details = await store.DetailsOf(some, stop, whole ? PersonParts.All : PersonParts.AllButPhoto);
            var affiliations = await store.AffiliationsOf(some, stop);
            var cards = whole ? await store.OriginalCards.AsNoTracking().Where(c => some.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Text, stop) : [];
            foreach (var id in some) yield return new(id, Named(details[id], byId), affiliations.GetValueOrDefault(id) ?? [], cards.GetValueOrDefault(id));
        }
    }

    /// <summary>By which identity the cards of these people are known that say one.</summary>
    public static Task<Dictionary<Guid, string>> CardIdentities(this Store store, CancellationToken stop) =>
        store.OriginalCards.Where(c => c.Uid != null).Select(c => new { c.Id, c.Uid }).ToDictionaryAsync(c => c.Id, c => c.Uid!, stop);

    /// <summary>What those who are not in the trash are called, by the bare identity of the card with which they came.</summary>
    public static async Task<Dictionary<string, string>> NamesByCard(this Store store, CancellationToken stop)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var card in await store.OriginalCards.Where(c => c.Uid != null).Join(store.People, c => c.Id, p => p.Id, (c, p) => new { Uid = c.Uid!, p.Name }).ToListAsync(stop)) names[PersonVCard.Bare(card.Uid)] = card.Name;
        return names;
    }

    /// <summary>Another program does not know our ids: through whom we met is said by name.</summary>
    private static PersonDetails Named(PersonDetails person, Dictionary<Guid, string> names) =>
        person.MetThroughId is { } through && names.TryGetValue(through, out var name) ? person with { MetThroughName = name } : person;
}
