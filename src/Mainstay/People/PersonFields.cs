using System.ComponentModel;
using System.Text.Json.Serialization;
using Mainstay.Words;

namespace Mainstay.People;

/// <summary>What can be said of a person, as programs write and read it.</summary>
public record PersonFields
{
    [JsonPropertyOrder(-1), Description("As it is shown. May be left out when other parts of the name are there.")]
    public string? Name { get; init; }

    public string? Prefix { get; init; }
    public string? GivenName { get; init; }
    public string? MiddleNames { get; init; }
    public string? FamilyName { get; init; }
    public string? Suffix { get; init; }
    public string? Nickname { get; init; }
    public string? PhoneticGivenName { get; init; }
    public string? PhoneticFamilyName { get; init; }
    public string? Pronouns { get; init; }

    [Description("Where they live, as `Europe/Lisbon`.")]
    public string? TimeZone { get; init; }

    public IReadOnlyList<string> Languages { get; init; } = [];
    public IReadOnlyList<Labelled> Emails { get; init; } = [];
    public IReadOnlyList<Labelled> Phones { get; init; } = [];
    public IReadOnlyList<Labelled> Links { get; init; } = [];
    public IReadOnlyList<Labelled> Chats { get; init; } = [];
    public IReadOnlyList<AddressDetails> Addresses { get; init; } = [];
    public IReadOnlyList<DateFields> Dates { get; init; } = [];
    public IReadOnlyList<string> Labels { get; init; } = [];

    [Description("What they know about.")]
    public IReadOnlyList<string> Topics { get; init; } = [];

    [Description("What they are to you, now and before.")]
    public IReadOnlyList<RoleDetails> RolesHeld { get; init; } = [];

    public IReadOnlyList<RelationFields> Relations { get; init; } = [];

    [Description("Anything else worth keeping.")]
    public IReadOnlyList<CustomFields> Fields { get; init; } = [];

    public string? HowMet { get; init; }

    [Description("`2024-03-09`, or as much of it as is known: `2024-03`, `2024`.")]
    public string? MetOn { get; init; }

    public string? MetWhere { get; init; }

    [Description("Through whom you met: somebody here, by id, or a name.")]
    public MetThroughFields? MetThrough { get; init; }

    [Description("Markdown.")]
    public string? Notes { get; init; }

    public static PersonFields Of(PersonDetails person, string? through) => new PersonFields().With(person, through);

    /// <summary>As every door hands it in, with the picture that is kept beside it.</summary>
    public PersonDetails ToDetails(PhotoDetails? photo)
    {
        var problems = new Problems();
        var dates = new List<DateDetails>();
        foreach (var date in Dates)
            if (PersonDates.Read(date.Kind, date.Value) is { } read) dates.Add(read);
            else problems.Add("dates", "People.NotADate", date.Value);
        Mistaken.ThrowIf(problems);
        return Details() with { Dates = dates, Photo = photo };
    }

    private PersonDetails Details() => new()
    {
        Name = Name ?? "", Prefix = Prefix, GivenName = GivenName, MiddleNames = MiddleNames, FamilyName = FamilyName, Suffix = Suffix, Nickname = Nickname,
        PhoneticGivenName = PhoneticGivenName, PhoneticFamilyName = PhoneticFamilyName, Pronouns = Pronouns, TimeZone = TimeZone, Languages = Languages,
        Emails = Emails, Phones = Phones, Links = Links, Chats = Chats, Addresses = Addresses, Labels = Labels, Topics = Topics, Roles = RolesHeld,
        Relations = [.. Relations.Select(r => new RelationDetails(r.Kind, r.Name, r.Id))], Fields = [.. Fields.Select(f => new Labelled(f.Value, f.Name))],
        HowMet = HowMet, MetOn = MetOn, MetWhere = MetWhere, MetThroughId = MetThrough?.Id, MetThroughName = MetThrough is { Id: null } other ? other.Name : null, Notes = Notes,
    };

    protected PersonFields With(PersonDetails person, string? through) => this with
    {
        Name = person.Name, Prefix = person.Prefix, GivenName = person.GivenName, MiddleNames = person.MiddleNames, FamilyName = person.FamilyName, Suffix = person.Suffix, Nickname = person.Nickname,
        PhoneticGivenName = person.PhoneticGivenName, PhoneticFamilyName = person.PhoneticFamilyName, Pronouns = person.Pronouns, TimeZone = person.TimeZone, Languages = person.Languages,
        Emails = person.Emails, Phones = person.Phones, Links = person.Links, Chats = person.Chats, Addresses = person.Addresses, Labels = person.Labels, Topics = person.Topics, RolesHeld = person.Roles,
        Dates = [.. person.Dates.Select(d => new DateFields(d.Kind, Contacts.DateText(d)))], Relations = [.. person.Relations.Select(r => new RelationFields(r.Kind, r.Name, r.OtherId))],
        Fields = [.. person.Fields.Select(f => new CustomFields(f.Label ?? "", f.Value))], HowMet = person.HowMet, MetOn = person.MetOn, MetWhere = person.MetWhere,
        MetThrough = through is null ? null : new(person.MetThroughId, through), Notes = person.Notes,
    };
}

public sealed record DateFields(
    [property: Description("`birthday`, `anniversary`, or your own word.")] string Kind,
    [property: Description("`1906-12-09`, `--12-09` without the year, or as much of it as is known.")] string Value);

public sealed record RelationFields(
    [property: Description("`spouse`, `child`, `manager`, … or your own word.")] string Kind,
    string Name,
    [property: Description("Who of your people it is, if they are one.")] Guid? Id = null);

public sealed record CustomFields(string Name, string Value);

public sealed record MetThroughFields(Guid? Id = null, string? Name = null);
