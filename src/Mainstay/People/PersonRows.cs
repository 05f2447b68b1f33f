using static Mainstay.Words.Texts;
namespace Mainstay.People;

/// <summary>A person's details spread over the rows they are kept in, and gathered again.</summary>
public sealed class PersonRows
{
    public required Person Person { get; init; }
    public List<ContactPoint> ContactPoints { get; init; } = [];
    public List<PostalAddress> Addresses { get; init; } = [];
    public List<ImportantDate> Dates { get; init; } = [];
    public List<Tag> Tags { get; init; } = [];
    public List<Role> Roles { get; init; } = [];
    public List<Relation> Relations { get; init; } = [];
    public List<CustomField> Fields { get; init; } = [];
    public Photo? Photo { get; init; }

    /// <summary>The rows of somebody new.</summary>
    public static PersonRows Of(PersonDetails details, DateTime now, Guid? id = null)
    {
        var person = new Person { Id = id ?? Guid.CreateVersion7(), Name = "", SortKey = "", CreatedAt = now };
        Write(details, person, now);
        return Spread(details, person);
    }

    /// <summary>The rows of somebody who is there already, whose own row is changed in place.</summary>
    public static PersonRows Onto(Person person, PersonDetails details, DateTime now)
    {
        Write(details, person, now);
        person.Revision++;
        return Spread(details, person);
    }

    public PersonDetails Gather() => new()
    {
        Name = Person.Name,
        Prefix = Person.Prefix,
        GivenName = Person.GivenName,
        MiddleNames = Person.MiddleNames,
        FamilyName = Person.FamilyName,
        Suffix = Person.Suffix,
        Nickname = Person.Nickname,
        PhoneticGivenName = Person.PhoneticGivenName,
        PhoneticFamilyName = Person.PhoneticFamilyName,
        Pronouns = Person.Pronouns,
        TimeZone = Person.TimeZone,
        Notes = Person.Notes,
        HowMet = Person.HowMet,
        MetOn = Person.MetOn,
        MetWhere = Person.MetWhere,
        MetThroughId = Person.MetThroughId,
        MetThroughName = Person.MetThroughName,
        Emails = Values(ContactKind.Email),
        Phones = Values(ContactKind.Phone),
        Links = Values(ContactKind.Link),
        Chats = Values(ContactKind.Chat),
        Addresses = [.. Addresses.Select(a => new AddressDetails(a.Label, a.Street, a.City, a.PostalCode, a.Country) { PoBox = a.PoBox, Extended = a.Extended, Region = a.Region })],
        Dates = [.. Dates.Select(d => new DateDetails(d.Kind, d.Year, d.Month, d.Day))],
        Labels = Names(TagKind.Label),
        Topics = Names(TagKind.Topic),
        Languages = Names(TagKind.Language),
        Roles = [.. Roles.Select(r => new RoleDetails(r.Name, r.Since, r.Until))],
        Relations = [.. Relations.Select(r => new RelationDetails(r.Kind, r.Name, r.OtherId))],
        Fields = [.. Fields.Select(f => new Labelled(f.Value, f.Name))],
        Photo = Photo is null ? null : new PhotoDetails(Photo.MediaType, Photo.Bytes),
    };

    private List<Labelled> Values(ContactKind kind) => [.. ContactPoints.Where(c => c.Kind == kind).Select(c => new Labelled(c.Value, c.Label))];

    private List<string> Names(TagKind kind) => [.. Tags.Where(t => t.Kind == kind).Select(t => t.Name)];

    private static void Write(PersonDetails details, Person person, DateTime now)
    {
        person.Name = PersonNames.Shown(details);
        person.SortKey = PersonNames.OrderOf(details);
        person.Prefix = FilledLine(details.Prefix);
        person.GivenName = FilledLine(details.GivenName);
        person.MiddleNames = FilledLine(details.MiddleNames);
        person.FamilyName = FilledLine(details.FamilyName);
        person.Suffix = FilledLine(details.Suffix);
        person.Nickname = FilledLine(details.Nickname);
        person.PhoneticGivenName = FilledLine(details.PhoneticGivenName);
        person.PhoneticFamilyName = FilledLine(details.PhoneticFamilyName);
        person.Pronouns = FilledLine(details.Pronouns);
        person.TimeZone = Filled(details.TimeZone);
        person.Notes = Filled(details.Notes);
        person.HowMet = Filled(details.HowMet);
        person.MetOn = Filled(details.MetOn);
        person.MetWhere = Filled(details.MetWhere);
        person.MetThroughId = details.MetThroughId;
        person.MetThroughName = FilledLine(details.MetThroughName);
        person.PhotoHash = details.Photo is null ? null : Pictures.Hash(details.Photo.Bytes);
        person.ChangedAt = now;
    }

    private static PersonRows Spread(PersonDetails details, Person person) => new()
    {
        Person = person,
        ContactPoints = Placed(person.Id, [.. Points(ContactKind.Email, details.Emails), .. Points(ContactKind.Phone, details.Phones), .. Points(ContactKind.Link, details.Links), .. Points(ContactKind.Chat, details.Chats)]),
        Addresses = Placed(person.Id, [.. details.Addresses.Select(a => new PostalAddress { Label = FilledLine(a.Label), PoBox = a.PoBox, Extended = a.Extended, Street = a.Street, City = a.City, Region = a.Region, PostalCode = a.PostalCode, Country = a.Country })]),
        Dates = Placed(person.Id, [.. details.Dates.Select(d => new ImportantDate { Kind = d.Kind, Year = d.Year, Month = d.Month, Day = d.Day })]),
        Tags = Placed(person.Id, [.. Tagged(TagKind.Label, details.Labels), .. Tagged(TagKind.Topic, details.Topics), .. Tagged(TagKind.Language, details.Languages)]),
        Roles = Placed(person.Id, [.. details.Roles.Select(r => new Role { Name = OneLine(r.Name).Trim(), Since = r.Since, Until = r.Until })]),
        Relations = Placed(person.Id, [.. details.Relations.Select(r => new Relation { Kind = r.Kind, Name = OneLine(r.Name), OtherId = r.OtherId })]),
        Fields = Placed(person.Id, [.. details.Fields.Select(f => new CustomField { Name = OneLine(f.Label ?? ""), Value = f.Value })]),
        Photo = details.Photo is { } photo ? new Photo { Id = person.Id, MediaType = photo.MediaType, Bytes = photo.Bytes } : null,
    };

    private static IEnumerable<ContactPoint> Points(ContactKind kind, IReadOnlyList<Labelled> values) =>
        values.Where(v => !string.IsNullOrWhiteSpace(v.Value))
            .Select(v => new ContactPoint { Kind = kind, Value = v.Value.Trim(), Label = FilledLine(v.Label), Normal = Contacts.Normal(kind, v.Value) });

    private static IEnumerable<Tag> Tagged(TagKind kind, IReadOnlyList<string> names) =>
        names.Select(FilledLine).OfType<string>().Select(n => new Tag { Kind = kind, Name = n, Normal = PersonNames.Key(n) })
            .DistinctBy(t => t.Normal);

    private static List<T> Placed<T>(Guid person, List<T> details) where T : IDetail
    {
        for (var i = 0; i < details.Count; i++) (details[i].PersonId, details[i].Position) = (person, i);
        return details;
    }
}
