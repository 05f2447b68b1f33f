using Mainstay.People;

namespace Mainstay.Intake;

/// <summary>An identity under which a source knows a person.</summary>
public sealed class KnownIdentity
{
    public required Guid Row { get; init; }

    public required Guid Person { get; init; }

    public required string Identity { get; init; }

    public required string Fingerprint { get; init; }

    /// <summary>The files of this import mention it.</summary>
    public bool IsSeen { get; set; }

    /// <summary>The source has none of its own; this is made of what the row says.</summary>
    public bool IsWeak => Identity.StartsWith('~');
}

/// <summary>Everybody in the space, to be found by what sources say of them.</summary>
public sealed class KnownPeople
{
    private const char Between = ':';

    private readonly Dictionary<(string Source, string Identity), KnownIdentity> identities = [];
    private readonly Dictionary<(string Source, Guid Person), List<KnownIdentity>> ofPerson = [];
    private readonly Dictionary<string, List<Guid>> addresses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Guid>> names = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, string> shown = [];
    private readonly HashSet<Guid> trashed = [];
    private readonly Dictionary<string, List<Guid>> trashedAddresses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Guid>> trashedNames = new(StringComparer.Ordinal);
    private readonly HashSet<Guid> merged = [];
    private readonly Dictionary<Guid, string> firstAddress = [];
    private readonly Dictionary<Guid, string> arriving = [];

    /// <param name="person">Who it is.</param>
    /// <param name="name">What they are called.</param>
    /// <param name="isTrashed">They lie in the trash.</param>
    /// <param name="isMerged">They were brought into somebody: nobody is meant by their name or address any more.</param>
    public void Add(Guid person, string name, bool isTrashed = false, bool isMerged = false)
    {
        shown[person] = name;
        if (isTrashed) trashed.Add(person);
        if (isMerged) merged.Add(person);
        else Under(isTrashed ? trashedNames : names, PersonNames.Key(name), person);
    }

    public void Add(string source, KnownIdentity identity)
    {
        identities[(source, identity.Identity)] = identity;
        if (ofPerson.TryGetValue((source, identity.Person), out var list)) list.Add(identity);
        else ofPerson[(source, identity.Person)] = [identity];
    }

    public void Remove(string source, KnownIdentity identity)
    {
        identities.Remove((source, identity.Identity));
        if (ofPerson.TryGetValue((source, identity.Person), out var list)) list.Remove(identity);
    }

    public void AddAddress(ContactKind kind, string normal, Guid person)
    {
        firstAddress.TryAdd(person, normal);
        if (Key(kind, normal) is { } key && !merged.Contains(person)) Under(trashed.Contains(person) ? trashedAddresses : addresses, key, person);
    }

    public void AddAddresses(PersonDetails details, Guid person)
    {
        foreach (var email in details.Emails) AddAddress(ContactKind.Email, Contacts.Normal(ContactKind.Email, email.Value), person);
        foreach (var phone in details.Phones) AddAddress(ContactKind.Phone, Contacts.Normal(ContactKind.Phone, phone.Value), person);
    }

    public KnownIdentity? Find(string source, string identity) => identities.GetValueOrDefault((source, identity));

    /// <summary>Who is called so by the source, in small letters or capitals; who is in the trash is not here.</summary>
    public Guid? Here(string source, string identity)
    {
        foreach (var spelled in (string[])[identity, identity.ToLowerInvariant(), identity.ToUpperInvariant()])
            if (Find(source, Said.Identity(spelled)) is { Person: var person } && !IsTrashed(person)) return person;
        return null;
    }

    /// <summary>Somebody who is not here yet, and by what the source calls them.</summary>
    public void Arrives(Guid person, string source, string identity) => arriving.TryAdd(person, KeyOf(source, identity));

    /// <summary>How a decision of the owner names somebody, today and when it is carried out: whoever is here by their id, whoever only arrives by what the source calls them.</summary>
    public string KeyOf(Guid person) => arriving.GetValueOrDefault(person) ?? person.ToString("N");

    public static string KeyOf(string source, string identity) => source + Between + identity;

    /// <summary>Whom a decision names; null when they are gone meanwhile.</summary>
    public Guid? Named(string key) => Guid.TryParseExact(key, "N", out var id)
        ? shown.ContainsKey(id) ? id : null
        : key.Split(Between, 2) is [var source, var identity] ? Find(source, identity)?.Person : null;

    /// <summary>An address by which the owner may know who is meant.</summary>
    public string? AddressOf(Guid person) => firstAddress.GetValueOrDefault(person);

    public bool IsArriving(Guid person) => arriving.ContainsKey(person);

    public IReadOnlyList<KnownIdentity> Of(string source, Guid person) => ofPerson.GetValueOrDefault((source, person)) ?? [];

    public IReadOnlyList<Guid> Called(string name) => names.GetValueOrDefault(PersonNames.Key(name)) ?? [];

    public string NameOf(Guid person) => shown.GetValueOrDefault(person) ?? "";

    public bool IsTrashed(Guid person) => trashed.Contains(person);

    public List<Guid> WithEmail(PersonDetails details) => With(addresses, ContactKind.Email, details.Emails);

    public List<Guid> WithPhone(PersonDetails details) => With(addresses, ContactKind.Phone, details.Phones);

    /// <summary>Who in the trash is meant: by an e-mail address, without one by name.</summary>
    public Guid? InTrash(PersonDetails details)
    {
        var people = details.Emails.Count > 0 ? With(trashedAddresses, ContactKind.Email, details.Emails) : trashedNames.GetValueOrDefault(PersonNames.Key(PersonNames.Shown(details))) ?? [];
        return people.Count > 0 ? people[0] : null;
    }

    private static List<Guid> With(Dictionary<string, List<Guid>> index, ContactKind kind, IReadOnlyList<Labelled> values)
    {
        if (values.Count == 0) return [];
        return [.. values.SelectMany(v => Key(kind, Contacts.Normal(kind, v.Value)) is { } key && index.TryGetValue(key, out var people) ? people : []).Distinct()];
    }

    /// <summary>A few digits are an extension, and too many people's.</summary>
    private static string? Key(ContactKind kind, string normal) => kind switch
    {
        ContactKind.Email => normal,
        ContactKind.Phone when normal.Length >= 7 => normal,
        _ => null,
    };

    private static void Under(Dictionary<string, List<Guid>> index, string key, Guid person)
    {
        if (key.Length == 0) return;
        if (!index.TryGetValue(key, out var people)) index[key] = [person];
        else if (!people.Contains(person)) people.Add(person);
    }
}
