namespace Mainstay.People;

/// <summary>Everything that can be said of a person, as one value: what every door hands in, and what is compared and kept when a person changes.</summary>
public sealed record PersonDetails
{
    public string Name { get; init; } = "";
    public string? Prefix { get; init; }
    public string? GivenName { get; init; }
    public string? MiddleNames { get; init; }
    public string? FamilyName { get; init; }
    public string? Suffix { get; init; }
    public string? Nickname { get; init; }
    public string? PhoneticGivenName { get; init; }
    public string? PhoneticFamilyName { get; init; }
    public string? Pronouns { get; init; }
    public string? TimeZone { get; init; }
    public string? Notes { get; init; }
    public string? HowMet { get; init; }
    public string? MetOn { get; init; }
    public string? MetWhere { get; init; }
    public Guid? MetThroughId { get; init; }
    public string? MetThroughName { get; init; }
    public IReadOnlyList<Labelled> Emails { get; init; } = [];
    public IReadOnlyList<Labelled> Phones { get; init; } = [];
    public IReadOnlyList<Labelled> Links { get; init; } = [];
    public IReadOnlyList<Labelled> Chats { get; init; } = [];
    public IReadOnlyList<AddressDetails> Addresses { get; init; } = [];
    public IReadOnlyList<DateDetails> Dates { get; init; } = [];
    public IReadOnlyList<string> Labels { get; init; } = [];
    public IReadOnlyList<string> Topics { get; init; } = [];
    public IReadOnlyList<string> Languages { get; init; } = [];
    public IReadOnlyList<RoleDetails> Roles { get; init; } = [];
    public IReadOnlyList<RelationDetails> Relations { get; init; } = [];
    public IReadOnlyList<Labelled> Fields { get; init; } = [];
    public PhotoDetails? Photo { get; init; }
}

/// <summary>A value with what it is called: an e-mail and "work", a phone and "mobile", a custom field and its name.</summary>
public sealed record Labelled(string Value, string? Label = null);

public sealed record AddressDetails(string? Label, string? Street, string? City, string? PostalCode, string? Country)
{
    public string? PoBox { get; init; }
    public string? Extended { get; init; }
    public string? Region { get; init; }
}

public sealed record DateDetails(string Kind, int? Year, int? Month, int? Day);

public sealed record RoleDetails(string Name, DateOnly? Since = null, DateOnly? Until = null);

public sealed record RelationDetails(string Kind, string Name, Guid? OtherId = null);

public sealed record PhotoDetails(string MediaType, byte[] Bytes);
