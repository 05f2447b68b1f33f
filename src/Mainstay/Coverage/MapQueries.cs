using Mainstay.Needs;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Coverage;

/// <summary>Looks up all that the support map is made of, and draws it.</summary>
public sealed class MapQueries(SupportersQueries supporters, DataVersion version)
{
    /// <summary>So many owners' maps are remembered.</summary>
    private const int MostKnown = 100;

    private readonly Remembered<SupportMap> remembered = new(version, MostKnown);

    /// <summary>The map as things stand; the one of before, as long as nothing at all was written since: Today asks for it each time it is opened.</summary>
    public Task<SupportMap> Map(Store store, DateOnly today, CancellationToken stop) =>
        remembered.Get(store, today, async () => SupportMap.Of(await Inputs(store, today, stop), CoverageRules.Usual), stop);

    /// <summary>The map as an open transaction sees it. It is not remembered: whether it comes to that is not known yet.</summary>
    public async Task<SupportMap> MapWithin(Store store, DateOnly today, CancellationToken stop) => SupportMap.Of(await Inputs(store, today, stop), CoverageRules.Usual);

    /// <summary>The map as things stand, and as they would be.</summary>
    public async Task<(SupportMap Now, SupportMap If, WhatIf Change)> Map(Store store, WhatIfAsked asked, DateOnly today, CancellationToken stop)
    {
        var inputs = await Inputs(store, today, stop);
        if (asked.With is { } with && !inputs.People.ContainsKey(with)) inputs = inputs with { People = inputs.People.Union(await store.HelpingPeople([with], today, stop)).ToDictionary() };
        if (asked.Need is { } need && inputs.Needs.All(n => n.Id != need)) throw new NotFound("Needs.NeedNotThere");
        var changed = inputs;
        if (asked.Without is { } without) changed = changed.Without(without);
        if (asked is { With: { } person, Need: { } forNeed }) changed = changed.With(forNeed, person, asked.Ability);
        var (now, then) = (SupportMap.Of(inputs, CoverageRules.Usual), SupportMap.Of(changed, CoverageRules.Usual));
        return (now, then, WhatIf.Between(now, then, await store.NamesOf([.. new[] { asked.Without, asked.With }.OfType<Guid>()], stop), asked));
    }

    private async Task<MapInputs> Inputs(Store store, DateOnly today, CancellationToken stop)
    {
        var needs = await store.OpenNeeds(stop);
        var supports = await supporters.Of(store, needs, today, stop);
        var people = needs.SelectMany(n => supports[n.Id]).Select(s => s.PersonId).Distinct().ToList();
        var places = await store.PlacesNow(people, stop);
        var inputs = new MapInputs
        {
            On = today,
            Needs = needs,
            Supports = supports,
            People = await store.HelpingPeople(people, places, today, stop),
            Thoughts = Array.Empty<Thought>().ToLookup(_ => Guid.Empty),
            Organizations = Array.Empty<Likely>().ToLookup(_ => Guid.Empty),
            Profiles = await store.ProfilesOf(people, places, today, stop),
        };
        Need[] open = [.. SupportMap.Of(inputs, CoverageRules.Usual).Needs.Where(c => c.Kind != CoverKind.Covered).Select(c => c.Need)];
        return open.Length == 0 ? inputs : await WithThoughts(store, inputs, open, stop);
    }

    /// <summary>Who might be thought of is looked up only for needs that are not well covered.</summary>
    private static async Task<MapInputs> WithThoughts(Store store, MapInputs inputs, Need[] open, CancellationToken stop)
    {
        var already = open.SelectMany(n => inputs.Supports[n.Id]).Select(s => (s.NeedId, s.PersonId)).ToHashSet();
        var thoughts = (await store.ThoughtsFor(open, already, inputs.On, stop)).ToList();
        var others = await store.HelpingPeople([.. thoughts.Select(t => t.Support.PersonId).Where(id => !inputs.People.ContainsKey(id)).Distinct()], inputs.On, stop);
        return inputs with
        {
            People = inputs.People.Concat(others).ToDictionary(),
            Thoughts = thoughts.Where(t => others.ContainsKey(t.Support.PersonId) || inputs.People.ContainsKey(t.Support.PersonId)).ToLookup(t => t.Support.NeedId),
            Organizations = await store.OrganizationsFor(open, stop),
        };
    }
}
