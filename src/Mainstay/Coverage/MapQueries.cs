using Mainstay.Needs;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Coverage;

/// <summary>Looks up all that the support map is made of, and draws it.</summary>
public sealed class MapQueries(SupportersQueries supporters, IEnumerable<ISpeaksFor> speakers, DataVersion version)
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
    private async Task<MapInputs> WithThoughts(Store store, MapInputs inputs, Need[] open, CancellationToken stop)
    {
        var already = open.SelectMany(n => inputs.Supports[n.Id]).Select(s => (s.NeedId, s.PersonId)).ToHashSet();
        var thoughts = (await store.ThoughtsFor(open, already, inputs.On, stop)).ToList();
        var others = await store.HelpingPeople([.. thoughts.Select(t => t.Support.PersonId).Where(id => !inputs.People.ContainsKey(id)).Distinct()], inputs.On, stop);
        var people = inputs.People.Concat(others).ToDictionary();
        return inputs with
        {
            People = people,
            Thoughts = await SpokenFor(store, [.. thoughts.Where(t => people.ContainsKey(t.Support.PersonId))], open, people, inputs.On, stop),
            Organizations = await store.OrganizationsFor(open, stop),
        };
    }

    /// <summary>With what later rooms know that speaks for those who are thought of.</summary>
    private async Task<ILookup<Guid, Thought>> SpokenFor(Store store, List<Thought> thoughts, Need[] open, Dictionary<Guid, HelpingPerson> people, DateOnly today, CancellationToken stop)
    {
        var needs = open.ToDictionary(n => n.Id);
        var asked = thoughts.ConvertAll(t => (needs[t.Support.NeedId], people[t.Support.PersonId]));
        foreach (var speaker in asked.Count == 0 ? [] : speakers)
        {
            var known = await speaker.ReasonsFor(store, asked, today, stop);
            thoughts = thoughts.ConvertAll(t => known[(t.Support.NeedId, t.Support.PersonId)].ToList() is { Count: > 0 } more ? t with { Reasons = [.. t.Reasons, .. more] } : t);
        }
        return thoughts.ToLookup(t => t.Support.NeedId);
    }
}
