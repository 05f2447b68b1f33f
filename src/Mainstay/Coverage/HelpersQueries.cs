using Mainstay.Exchange;
using Mainstay.Needs;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Coverage;

internal static class HelpersQueries
{
    /// <summary>What is known of these people as far as help is concerned; nobody from the trash.</summary>
    public static async Task<Dictionary<Guid, HelpingPerson>> HelpingPeople(this Store store, IReadOnlyCollection<Guid> people, DateOnly today, CancellationToken stop) =>
        people.Count == 0 ? [] : await store.HelpingPeople(people, await store.PlacesNow(people, stop), today, stop);

    public static async Task<Dictionary<Guid, HelpingPerson>> HelpingPeople(this Store store, IReadOnlyCollection<Guid> people, ILookup<Guid, PlaceNow> places, DateOnly today, CancellationToken stop)
    {
        var names = await store.NamesOf(people, stop);
        var ties = await store.TiesOf(people, today, stop);
        var loads = await store.LoadsOf(people, today, stop);
        return names.ToDictionary(n => n.Key, n => Of(n.Key, n.Value, ties.GetValueOrDefault(n.Key), places[n.Key].FirstOrDefault()?.Organization).With(loads.GetValueOrDefault(n.Key)));
    }

    /// <summary>Which open needs a person can meet and how surely they would, the ablest first; those of which the owner said that they cannot come last.</summary>
    public static async Task<IReadOnlyList<(Need Need, Helper Helper)>> MetBy(this SupportersQueries supporters, Store store, Guid person, DateOnly today, CancellationToken stop)
    {
        var needs = await store.OpenNeeds(stop);
        if (needs.Count == 0) return [];
        var supports = await supporters.Of(store, needs, today, stop);
        var met = needs.SelectMany(n => supports[n.Id].Where(s => s.PersonId == person).Select(s => (Need: n, Support: s))).ToList();
        if (met.Count == 0 || (await store.HelpingPeople([person], today, stop)).GetValueOrDefault(person) is not { } known) return [];
        return [.. met.Select(m => (m.Need, Helper.Of(known, m.Support, CoverageRules.Usual))).OrderByDescending(m => m.Item2.Support.Ability).ThenByDescending(m => m.Need.Importance).ThenBy(m => m.Need.Topic, StringComparer.Ordinal).ThenBy(m => m.Need.Id)];
    }

    /// <summary>What supporters are like, as far as it is known.</summary>
    public static async Task<Dictionary<Guid, Profile>> ProfilesOf(this Store store, IReadOnlyCollection<Guid> people, ILookup<Guid, PlaceNow> places, DateOnly today, CancellationToken stop)
    {
        var all = new Dictionary<Guid, Profile>();
        foreach (var some in people.Chunk(Store.MostParameters))
        {
            var roles = (await Roles.For(store)(store, some, today).ToListAsync(stop)).ToLookup(r => r.Person, r => r.Text);
            var topics = (await Topics.For(store)(store, some).ToListAsync(stop)).ToLookup(r => r.Person, r => r.Text);
            var cities = (await Cities.For(store)(store, some).ToListAsync(stop)).ToLookup(r => r.Person, r => r.Text);
            foreach (var met in await Met.For(store)(store, some).ToListAsync(stop))
            {
                var place = places[met.Person].FirstOrDefault();
                all.Add(met.Person, Of(met, [.. roles[met.Person]], topics[met.Person].FirstOrDefault(), cities[met.Person].FirstOrDefault(), place));
            }
        }
        return all;
    }

    /// <summary>Whoever was asked much is less willing for a while.</summary>
    private static HelpingPerson With(this HelpingPerson person, AskLoad? load) =>
        load is null ? person : person with { LoadFactor = load.Willingness, Utilisation = load.Utilisation, Wait = load.Wait, AskedLately = load.Lately(person.Name) };

    private static HelpingPerson Of(Guid id, string name, Standing? standing, Guid? organization) => standing is null
        ? new(id, name, Layers.ClosenessOf(Layer.None), CoverageRules.Usual.AliveUnknown) { OrganizationId = organization }
        : new(id, name, standing.BlendedStrength, standing.Aliveness.Exact)
        {
            OrganizationId = organization,
            LastTouchOn = standing.LastTouchOn,
            IsOver = standing.Aliveness.Basis == AlivenessBasis.SaidOver,
        };

    private static Profile Of(HowMetOf met, string[] roles, string? topic, string? city, PlaceNow? place)
    {
        var facets = new Dictionary<Facet, string>();
        foreach (var (facet, value) in new (Facet, string?)[] { (Facet.Field, topic), (Facet.Role, roles.FirstOrDefault()), (Facet.Organization, place?.Name), (Facet.Place, city), (Facet.Seniority, Spheres.Seniority(place?.Title)), (Facet.HowMet, met.Through ?? met.How) })
            if (!string.IsNullOrWhiteSpace(value)) facets[facet] = value;
        return new(met.Person, facets) { Sphere = Spheres.Of(roles, place?.Name, met.How) };
    }

    /// <summary>Where these people are now, the first place first.</summary>
    public static async Task<ILookup<Guid, PlaceNow>> PlacesNow(this Store store, IReadOnlyCollection<Guid> people, CancellationToken stop)
    {
        var all = new List<PlaceNow>();
        foreach (var some in people.Chunk(Store.MostParameters)) all.AddRange(await Places.For(store)(store, some).ToListAsync(stop));
        return all.ToLookup(p => p.Person);
    }

    private sealed record TextOf(Guid Person, string Text);

    private sealed record HowMetOf(Guid Person, string? How, string? Through);

    private static readonly Question<Func<Store, Guid[], DateOnly, IAsyncEnumerable<TextOf>>> Roles = new(() => EF.CompileAsyncQuery((Store store, Guid[] ids, DateOnly today) =>
        store.Set<Role>().Where(r => ids.Contains(r.PersonId) && (r.Until == null || r.Until > today)).OrderBy(r => r.PersonId).ThenBy(r => r.Position).Select(r => new TextOf(r.PersonId, r.Name))));

    private static readonly Question<Func<Store, Guid[], IAsyncEnumerable<TextOf>>> Topics = new(() => EF.CompileAsyncQuery((Store store, Guid[] ids) =>
        store.Set<Tag>().Where(t => ids.Contains(t.PersonId) && t.Kind == TagKind.Topic).OrderBy(t => t.PersonId).ThenBy(t => t.Position).Select(t => new TextOf(t.PersonId, t.Name))));

    private static readonly Question<Func<Store, Guid[], IAsyncEnumerable<TextOf>>> Cities = new(() => EF.CompileAsyncQuery((Store store, Guid[] ids) =>
        store.Set<PostalAddress>().Where(a => ids.Contains(a.PersonId) && (a.City ?? a.Country) != null).OrderBy(a => a.PersonId).ThenBy(a => a.Position).Select(a => new TextOf(a.PersonId, (a.City ?? a.Country)!))));

    private static readonly Question<Func<Store, Guid[], IAsyncEnumerable<HowMetOf>>> Met = new(() => EF.CompileAsyncQuery((Store store, Guid[] ids) =>
        store.Set<Person>().Where(p => ids.Contains(p.Id)).Select(p => new HowMetOf(p.Id, p.HowMet, p.MetThroughName))));

    private static readonly Question<Func<Store, Guid[], IAsyncEnumerable<PlaceNow>>> Places = new(() => EF.CompileAsyncQuery((Store store, Guid[] ids) =>
        from place in store.Set<Affiliation>()
        where ids.Contains(place.PersonId) && place.Until == null
        join organization in store.Set<Organization>() on place.OrganizationId equals (Guid?)organization.Id into found
        from organization in found.DefaultIfEmpty()
        orderby place.PersonId, place.Position
        select new PlaceNow(place.PersonId, place.OrganizationId, organization.Name, place.Title)));
}

/// <summary>A place that a person has not left.</summary>
internal sealed record PlaceNow(Guid Person, Guid? Organization, string? Name, string? Title);
