using System.Runtime.CompilerServices;
using Mainstay.Search;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.People;

/// <summary>People are found by everything that is said of them.</summary>
internal sealed class PeopleSearchSource : ISearchSource, ISearchPeople
{
    private static readonly SearchField
        OfName = new(0, "name", 10, 4) { IsWhole = true },
        OfNickname = new(1, "nickname", 9, 2) { IsWhole = true },
        OfPhonetic = new(2, "phonetic", 8, 4),
        OfEmail = new(3, "email", 5, 12),
        OfPhone = new(4, "phone", 4, 12),
        OfLabel = new(5, "label", 4, 12),
        OfTopic = new(6, "topic", 4, 12),
        OfRole = new(7, "role", 4, 6),
        OfPlace = new(8, "place", 3, 12),
        OfLink = new(9, "link", 2, 12),
        OfRelation = new(10, "relation", 2, 6),
        OfCustom = new(11, "field", 2, 12),
        OfMet = new(12, "met", 2, 20),
        OfNotes = new(13, "notes", 1.5, 60);

    /// <summary>In which rows the texts of fields stand, where that is not the person's own.</summary>
    private static readonly (PersonParts Rows, SearchField[] Fields)[] Rows =
    [
        (PersonParts.ContactPoints, [OfEmail, OfPhone, OfLink]), (PersonParts.Addresses, [OfPlace]), (PersonParts.Tags, [OfLabel, OfTopic]),
        (PersonParts.Roles, [OfRole]), (PersonParts.Relations, [OfRelation]), (PersonParts.Fields, [OfCustom]),
    ];

    public IReadOnlyList<SearchField> Fields { get; } = [OfName, OfNickname, OfPhonetic, OfEmail, OfPhone, OfLabel, OfTopic, OfRole, OfPlace, OfLink, OfRelation, OfCustom, OfMet, OfNotes];

    public SearchField Name => OfName;

    public Guid? PersonOf(IOwned row) => row switch
    {
        Person person => person.Id,
        ContactPoint or PostalAddress or Tag or Role or Relation or CustomField => ((IDetail)row).PersonId,
        _ => null,
    };

    public Task<IReadOnlyCollection<Guid>> PeopleBehind(Store store, IReadOnlyList<IOwned> rows, CancellationToken stop) => Task.FromResult<IReadOnlyCollection<Guid>>([]);

    public async Task<IReadOnlyList<FoundPerson>> Those(Store store, IReadOnlyCollection<Guid> people, CancellationToken stop)
    {
        var found = new List<FoundPerson>(people.Count);
        foreach (var some in people.Chunk(Store.MostParameters))
            found.AddRange(await Those(store, some, stop));
        return found;
    }

    private static async Task<IEnumerable<FoundPerson>> Those(Store store, Guid[] people, CancellationToken stop)
    {
        var (rows, wanted) = (store.People, people.ToHashSet());
        var near = rows.With(p => p.Id, people, await rows.AreCrowded(people, stop));
        return (await near.OrderBy(p => p.Id).Select(p => new FoundPerson(p.Id, p.Name, p.SortKey)).ToListAsync(stop)).Where(p => wanted.Contains(p.Id));
    }

    public async Task<IReadOnlyList<Guid>> Everybody(Store store, CancellationToken stop) => await store.People.OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(stop);

    public IAsyncEnumerable<SearchText> TextsOf(Store store, IReadOnlyCollection<Guid> people, CancellationToken stop) => TextsOf(store, people, PersonParts.AllButPhoto, stop);

    public IAsyncEnumerable<SearchText> PartOf(Store store, IReadOnlyCollection<Guid> people, QuotedPart part, CancellationToken stop) =>
        TextsOf(store, part.Skip == 0 ? people : [], Rows.Where(r => r.Fields.Any(f => part.Has(f))).Aggregate(PersonParts.None, (all, r) => all | r.Rows), stop);

    private static async IAsyncEnumerable<SearchText> TextsOf(Store store, IReadOnlyCollection<Guid> people, PersonParts parts, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var (person, details) in await store.DetailsOf(people, stop, parts))
            foreach (var (field, text) in TextsOf(details))
                if (!string.IsNullOrWhiteSpace(text)) yield return new(person, field, text);
    }

    private static IEnumerable<(SearchField Field, string? Text)> TextsOf(PersonDetails person) =>
    [
        (OfName, person.Name),
        .. Parts(person).Select(p => (OfName, p)),
        (OfNickname, person.Nickname), (OfPhonetic, person.PhoneticGivenName), (OfPhonetic, person.PhoneticFamilyName),
        .. person.Emails.Select(e => (OfEmail, (string?)e.Value)),
        .. person.Phones.SelectMany(p => (string[])[p.Value, Contacts.Normal(ContactKind.Phone, p.Value)]).Distinct().Select(p => (OfPhone, (string?)p)),
        .. person.Labels.Select(l => (OfLabel, (string?)l)), .. person.Topics.Select(t => (OfTopic, (string?)t)), .. person.Languages.Select(l => (OfTopic, (string?)l)),
        .. person.Roles.SelectMany(r => PersonWords.RoleInEveryLanguage(r.Name)).Select(r => (OfRole, (string?)r)),
        .. person.Addresses.Select(a => (OfPlace, (string?)string.Join(", ", ((string?[])[a.PoBox, a.Extended, a.Street, a.PostalCode, a.City, a.Region, a.Country]).Where(p => !string.IsNullOrWhiteSpace(p))))),
        .. person.Links.Concat(person.Chats).Select(l => (OfLink, (string?)l.Value)),
        .. person.Relations.SelectMany(r => PersonWords.RelationInEveryLanguage(r.Kind).Select(kind => (OfRelation, (string?)$"{r.Name} ({kind})"))),
        .. person.Fields.Select(f => (OfCustom, (string?)(string.IsNullOrEmpty(f.Label) ? f.Value : $"{f.Label}: {f.Value}"))),
        (OfMet, person.HowMet), (OfMet, person.MetWhere), (OfMet, person.MetThroughName),
        (OfNotes, person.Notes),
    ];

    /// <summary>The parts of a name that the shown name leaves out.</summary>
    private static IEnumerable<string?> Parts(PersonDetails person) =>
        ((string?[])[person.Prefix, person.GivenName, person.MiddleNames, person.FamilyName, person.Suffix]).Where(p => p is not null && !person.Name.Contains(p, StringComparison.OrdinalIgnoreCase));
}
