using Mainstay.Needs;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Coverage;

/// <summary>Thinks of people, near and far, and of organizations, by what they know about and what they are to the owner.</summary>
internal static class ThoughtsQueries
{
    /// <summary>So many are weighed for each need: those with whom there was most contact.</summary>
    private const int MostWeighed = 12;

    /// <param name="store">Of the space.</param>
    /// <param name="needs">What is not well covered.</param>
    /// <param name="already">Who was thought of for what, or said not to be able to.</param>
    /// <param name="today">The owner's day.</param>
    /// <param name="stop">Breaks off.</param>
    public static async Task<IEnumerable<Thought>> ThoughtsFor(this Store store, IReadOnlyList<Need> needs, HashSet<(Guid Need, Guid Person)> already, DateOnly today, CancellationToken stop)
    {
        var wanted = needs.Select(n => (Need: n, Words: TopicWords.Of(n.Topic))).ToList();
        var topics = (await TopicNames.For(store)(store).ToListAsync(stop)).Select(t => (Name: t, Words: TopicWords.Of(t))).Where(t => wanted.Exists(w => w.Words.Meets(t.Words))).ToDictionary(t => t.Name, t => t.Words);
        var roles = (await RoleNames.For(store)(store, today).ToListAsync(stop)).Where(r => wanted.Exists(w => LikelySupport.GivenBy(r).Contains(w.Need.Kind))).ToList();
        var (known, having) = (new Dictionary<Guid, Far>(), new Dictionary<string, List<Far>>());
        foreach (var some in topics.Keys.Chunk(Store.MostParameters))
            await foreach (var row in ByTopic.For(store)(store, some).WithCancellation(stop)) known.Meet(row, having).Topics.Add(row.Word);
        foreach (var some in roles.Chunk(Store.MostParameters))
            await foreach (var row in ByRole.For(store)(store, some, today).WithCancellation(stop)) known.Meet(row, having).Roles.Add(row.Word);
        return wanted.SelectMany(w =>
        {
            // Only those who have one of its words or a role for it are looked at, not everybody for every need.
            var words = topics.Where(t => t.Value.Meets(w.Words)).Select(t => t.Key).Concat(roles.Where(r => LikelySupport.GivenBy(r).Contains(w.Need.Kind)));
            var people = words.SelectMany(word => having.GetValueOrDefault(word, [])).Distinct().Where(k => !already.Contains((w.Need.Id, k.Id)));
            return ThoughtsFor(w.Need, w.Words, people, topics, today);
        });
    }

    /// <summary>For each of these needs the organizations whose names speak of it.</summary>
    public static async Task<ILookup<Guid, Likely>> OrganizationsFor(this Store store, IReadOnlyList<Need> needs, CancellationToken stop)
    {
        var all = (await OrganizationNames.For(store)(store).ToListAsync(stop)).Select(o => (o.Id, o.Name, Words: TopicWords.Of(o.Name))).ToList();
        return (from need in needs
                let words = TopicWords.Of(need.Topic)
                from organization in all
                where organization.Words.Touches(words)
                orderby organization.Name
                select (need.Id, Likely: new Likely(organization.Id, organization.Name, 0, [new("Coverage.NameSpeaks", need.Topic)]) { IsOrganization = true, Next = new("Coverage.LookWhoIsThere"), Href = $"/organizations/{organization.Id}?need={need.Id}" }))
            .ToLookup(x => x.Id, x => x.Likely);
    }

    private static IEnumerable<Thought> ThoughtsFor(Need need, TopicWords words, IEnumerable<Far> people, Dictionary<string, TopicWords> topics, DateOnly today) =>
        (from person in people
        let likely = LikelySupport.Of(need, words, person.Roles, person.Topics.Select(t => (t, topics[t])))
        where likely is not null
        orderby likely.Value.Ability descending, person.ContactDays descending, person.LastTouchOn descending, person.Id
        select new Thought(new(need.Id, person.Id, "", likely.Value.Ability, SupportBasis.Inferred) { Reason = likely.Value.Reason }, [likely.Value.Reason, Contact(person, today)])).Take(MostWeighed);

    private static Reason Contact(Far person, DateOnly today) => person.LastTouchOn is { } last && last <= today
        ? new("Coverage.LastSpoke", Telling.Ago(today.DayNumber - last.DayNumber))
        : new("Coverage.NeverSpoke");

    /// <summary>Somebody of whom a row tells; they have its word from now on.</summary>
    private static Far Meet(this Dictionary<Guid, Far> known, FarWord row, Dictionary<string, List<Far>> having)
    {
        if (!known.TryGetValue(row.Person, out var far)) known[row.Person] = far = new(row.Person, row.ContactDays ?? 0, row.LastTouchOn);
        if (having.TryGetValue(row.Word, out var others)) others.Add(far);
        else having[row.Word] = [far];
        return far;
    }

    private sealed class Far(Guid id, int contactDays, DateOnly? lastTouchOn)
    {
        public Guid Id => id;

        public int ContactDays => contactDays;

        public DateOnly? LastTouchOn => lastTouchOn;

        public List<string> Topics { get; } = [];

        public List<string> Roles { get; } = [];
    }

    private sealed record FarWord(Guid Person, string Word, int? ContactDays, DateOnly? LastTouchOn);

    private sealed record NameOf(Guid Id, string Name);

    private static readonly Question<Func<Store, IAsyncEnumerable<string>>> TopicNames = new(() => EF.CompileAsyncQuery((Store store) => store.Set<Tag>().Where(t => t.Kind == TagKind.Topic).Select(t => t.Normal).Distinct()));

    private static readonly Question<Func<Store, DateOnly, IAsyncEnumerable<string>>> RoleNames = new(() => EF.CompileAsyncQuery((Store store, DateOnly today) => store.Set<Role>().Where(r => r.Until == null || r.Until > today).Select(r => r.Name).Distinct()));

    private static readonly Question<Func<Store, IAsyncEnumerable<NameOf>>> OrganizationNames = new(() => EF.CompileAsyncQuery((Store store) => store.Set<Organization>().Select(o => new NameOf(o.Id, o.Name))));

    private static readonly Question<Func<Store, string[], IAsyncEnumerable<FarWord>>> ByTopic = new(() => EF.CompileAsyncQuery((Store store, string[] topics) =>
        from tag in store.Set<Tag>()
        where tag.Kind == TagKind.Topic && topics.Contains(tag.Normal)
        join tie in store.Set<Tie>() on tag.PersonId equals tie.Id into ties
        from tie in ties.DefaultIfEmpty()
        where tie == null || tie.Verdict != Verdict.Over
        select new FarWord(tag.PersonId, tag.Normal, tie.ContactDays, tie.LastTouchOn)));

    private static readonly Question<Func<Store, string[], DateOnly, IAsyncEnumerable<FarWord>>> ByRole = new(() => EF.CompileAsyncQuery((Store store, string[] roles, DateOnly today) =>
        from role in store.Set<Role>()
        where roles.Contains(role.Name) && (role.Until == null || role.Until > today)
        join tie in store.Set<Tie>() on role.PersonId equals tie.Id into ties
        from tie in ties.DefaultIfEmpty()
        where tie == null || tie.Verdict != Verdict.Over
        select new FarWord(role.PersonId, role.Name, tie.ContactDays, tie.LastTouchOn)));
}
