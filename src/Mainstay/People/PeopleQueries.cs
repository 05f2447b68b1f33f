using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.People;

/// <summary>A person in a list.</summary>
public sealed record PersonLine(Guid Id, string Name);

public static class PeopleQueries
{
    private const int MostCandidates = 10;

    /// <summary>The one person who answers to a name, an id or an e-mail address. Several or none is a refusal that says so.</summary>
    public static async Task<Person> FindPerson(this Store store, string nameOrId, CancellationToken stop)
    {
        var id = Guid.TryParse(nameOrId, out var given) ? given : await store.IdByName(nameOrId, stop);
        return await store.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, stop) ?? throw new NotFound("People.NobodyCalled", nameOrId);
    }

    /// <summary>As <see cref="FindPerson"/>, among those in the trash.</summary>
    public static async Task<Person> FindTrashed(this Store store, string nameOrId, CancellationToken stop)
    {
        var all = await store.InTrash(stop);
        if (Guid.TryParse(nameOrId, out var id)) return all.Find(p => p.Id == id) ?? throw new NotFound("People.NotInTrash", nameOrId);
        return await One(store, nameOrId, "People.NotInTrash", all, stop);
    }

    /// <summary>The person of that name or id, or null when nobody is; several are a refusal, as ever.</summary>
    public static async Task<Guid?> IdIfKnown(this Store store, string nameOrId, CancellationToken stop)
    {
        try
        {
            return (await store.FindPerson(nameOrId, stop)).Id;
        }
        catch (NotFound)
        {
            return null;
        }
    }

    /// <summary>A person's name, even from the trash.</summary>
    public static Task<string?> NameOf(this Store store, Guid id, CancellationToken stop) =>
        store.People.IgnoreQueryFilters([Store.TrashFilter]).Where(p => p.Id == id).Select(p => p.Name).FirstOrDefaultAsync(stop);

    /// <summary>Who somebody turned out to be; null for everybody else.</summary>
    public static Task<Guid?> MergedInto(this Store store, Guid id, CancellationToken stop) =>
        store.People.IgnoreQueryFilters([Store.TrashFilter]).Where(p => p.Id == id).Select(p => p.MergedIntoId).FirstOrDefaultAsync(stop);

    /// <summary>For everybody who was brought together with somebody: who they are now, at the end of the way. One question, however many were.</summary>
    public static async Task<Dictionary<Guid, Guid>> WhoTheyAre(this Store store, CancellationToken stop)
    {
        var into = await store.People.IgnoreQueryFilters([Store.TrashFilter]).Where(p => p.MergedIntoId != null).Select(p => new { p.Id, Into = p.MergedIntoId!.Value }).ToDictionaryAsync(p => p.Id, p => p.Into, stop);
        return into.Keys.ToDictionary(id => id, End);

        Guid End(Guid id)
        {
            while (into.TryGetValue(id, out var other)) id = other;
            return id;
        }
    }

    public static async Task<Person> PersonOf(this Store store, Guid id, CancellationToken stop) =>
        await store.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, stop) ?? throw new NotFound("People.NotThere");

    public static async Task<PersonDetails> DetailsOf(this Store store, Guid id, CancellationToken stop) =>
        (await store.DetailsOf([id], stop)).GetValueOrDefault(id) ?? throw new NotFound("People.NotThere");

    /// <summary>Somebody who is not in the trash, with their details.</summary>
    internal static async Task<(Person Person, PersonDetails Details)> PersonAndDetails(this Store store, Guid id, PersonParts parts, CancellationToken stop) =>
        (await RowsOf(store, [id], parts, stop)).SingleOrDefault() is { Person.TrashedAt: null } rows ? (rows.Person, rows.Gather()) : throw new NotFound("People.NotThere");

    /// <summary>The details of many, in a handful of queries; those in the trash too. Only the parts that are asked for.</summary>
    public static async Task<IReadOnlyDictionary<Guid, PersonDetails>> DetailsOf(this Store store, IReadOnlyCollection<Guid> ids, CancellationToken stop, PersonParts parts = PersonParts.All)
    {
        var all = new Dictionary<Guid, PersonDetails>(ids.Count);
        foreach (var some in ids.Chunk(Store.MostParameters))
            foreach (var rows in await RowsOf(store, some, parts, stop)) all.Add(rows.Person.Id, rows.Gather());
        return all;
    }

    /// <summary>Everybody who lies in the trash, the latest first.</summary>
    public static Task<List<Person>> InTrash(this Store store, CancellationToken stop) =>
        store.Trashed().AsNoTracking().OrderByDescending(p => p.TrashedAt).ToListAsync(stop);

    private static async Task<IEnumerable<PersonRows>> RowsOf(Store store, Guid[] ids, PersonParts parts, CancellationToken stop)
    {
        var crowded = await store.People.IgnoreQueryFilters([Store.TrashFilter]).AreCrowded(ids, stop);
        var wanted = ids.ToHashSet();
        var people = (crowded ? await store.People.IgnoreQueryFilters([Store.TrashFilter]).AsNoTracking().With(p => p.Id, ids, true).ToListAsync(stop) : await Them.For(store)(store, ids).ToListAsync(stop)).Where(p => wanted.Contains(p.Id));
        var points = await Of<ContactPoint>(PersonParts.ContactPoints);
        var addresses = await Of<PostalAddress>(PersonParts.Addresses);
        var dates = await Of<ImportantDate>(PersonParts.Dates);
        var tags = await Of<Tag>(PersonParts.Tags);
        var roles = await Of<Role>(PersonParts.Roles);
        var relations = await Of<Relation>(PersonParts.Relations);
        var fields = await Of<CustomField>(PersonParts.Fields);
        var pictures = parts.HasFlag(PersonParts.Photo) ? (await Their.For(store)(store, ids).ToListAsync(stop)).ToDictionary(p => p.Id) : [];
        return people.Select(p => new PersonRows
        {
            Person = p,
            ContactPoints = [.. points[p.Id]],
            Addresses = [.. addresses[p.Id]],
            Dates = [.. dates[p.Id]],
            Tags = [.. tags[p.Id]],
            Roles = [.. roles[p.Id]],
            Relations = [.. relations[p.Id]],
            Fields = [.. fields[p.Id]],
            Photo = pictures.GetValueOrDefault(p.Id),
        });

        Task<ILookup<Guid, T>> Of<T>(PersonParts part) where T : class, IDetail => parts.HasFlag(part) ? PeopleQueries.Of<T>(store, ids, crowded, stop) : Task.FromResult(Enumerable.Empty<T>().ToLookup(d => d.PersonId));
    }

    private static async Task<ILookup<Guid, T>> Of<T>(Store store, Guid[] ids, bool crowded, CancellationToken stop) where T : class, IDetail =>
        (crowded ? await store.Set<T>().AsNoTracking().With(d => d.PersonId, ids, true).OrderBy(d => d.PersonId).ThenBy(d => d.Position).ToListAsync(stop) : await Details<T>.OfSome.For(store)(store, ids).ToListAsync(stop)).ToLookup(d => d.PersonId);

    private static readonly Question<Func<Store, Guid[], IAsyncEnumerable<Person>>> Them = new(() =>
        EF.CompileAsyncQuery((Store store, Guid[] ids) => store.Set<Person>().IgnoreQueryFilters(new[] { Store.TrashFilter }).AsNoTracking().Where(p => ids.Contains(p.Id))));

    private static readonly Question<Func<Store, Guid[], IAsyncEnumerable<Photo>>> Their = new(() =>
        EF.CompileAsyncQuery((Store store, Guid[] ids) => store.Set<Photo>().AsNoTracking().Where(p => ids.Contains(p.Id))));

    private static class Details<T> where T : class, IDetail
    {
        public static readonly Question<Func<Store, Guid[], IAsyncEnumerable<T>>> OfSome = new(() =>
            EF.CompileAsyncQuery<Store, Guid[], T>((store, ids) => store.Set<T>().AsNoTracking().Where(d => ids.Contains(d.PersonId)).OrderBy(d => d.PersonId).ThenBy(d => d.Position)));
    }

    private static async Task<Guid> IdByName(this Store store, string typed, CancellationToken stop)
    {
        if (Contacts.Email(typed) is { } email && await OwnersOf(store, email, stop) is [var only]) return only;
        var all = await store.People.Select(p => new Person { Id = p.Id, Name = p.Name, Nickname = p.Nickname, SortKey = "" }).ToListAsync(stop);
        return (await One(store, typed, "People.NobodyCalled", all, stop)).Id;
    }

    private static async Task<Person> One(Store store, string typed, string nobody, List<Person> all, CancellationToken stop)
    {
        var answering = all.Select(p => (Person: p, How: PersonNames.Answers(p.Name, p.Nickname, typed))).Where(p => p.How is not null).ToList();
        if (answering.Count == 0) throw new NotFound(nobody, typed);
        var best = answering.Min(p => p.How);
        var people = answering.Where(p => p.How == best).Select(p => p.Person).OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Id).ToList();
        return people is [var one] ? one : throw await Ambiguous(store, typed, [.. people.Select(p => new PersonLine(p.Id, p.Name))], stop);
    }

    private static Task<List<Guid>> OwnersOf(Store store, string email, CancellationToken stop)
    {
        var people = store.People;
        return store.ContactPoints.Where(c => c.Kind == ContactKind.Email && c.Normal == email && people.Any(p => p.Id == c.PersonId)).Select(c => c.PersonId).Distinct().ToListAsync(stop);
    }

    private static async Task<Conflict> Ambiguous(Store store, string typed, List<PersonLine> people, CancellationToken stop)
    {
        var ids = people.Take(MostCandidates).Select(p => p.Id).ToList();
        var addresses = (await store.ContactPoints.Where(c => ids.Contains(c.PersonId)).OrderBy(c => c.Kind).ThenBy(c => c.Position).Select(c => new { c.PersonId, c.Value }).ToListAsync(stop))
            .ToLookup(c => c.PersonId, c => c.Value);
        var lines = people.Take(MostCandidates).Select(p => $"\n  {p.Id}  {p.Name}{(addresses[p.Id].FirstOrDefault() is { } address ? $" <{address}>" : "")}");
        return new Conflict("People.Ambiguous", typed, people.Count, string.Concat(lines) + (people.Count > MostCandidates ? "\n  …" : ""));
    }
}
