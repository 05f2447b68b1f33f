using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mainstay.Algorithms.Text;
using Mainstay.Organizations;
using Mainstay.People;

namespace Mainstay.Intake;

/// <summary>What a source says of a person, or what is kept of one: comparable, and small enough to be remembered.</summary>
/// <remarks>Of a photo only the fingerprint is remembered.</remarks>
public sealed record Said(PersonDetails Details, IReadOnlyList<AffiliationDetails> Affiliations)
{
    private const int LongestIdentity = 200;

    private static readonly JsonSerializerOptions Small = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly Said Nothing = new(new(), []);

    public string ToJson() => JsonSerializer.Serialize(this with { Details = Details with { Photo = Hashed(Details.Photo) } }, Small);

    /// <summary>Changes when somebody edits the person; not when an organization is merely spelled otherwise, or a relation leads to another one by the same name, as it does when two are brought together.</summary>
    public string State() => Fingerprint((this with { Details = Details with { Relations = [.. Details.Relations.Select(Unlinked)] }, Affiliations = [.. Affiliations.Select(a => a with { Organization = a.Organization is null ? null : PersonNames.Key(a.Organization) })] }).ToJson());

    /// <summary>Both ways in which what is kept now may have been fingerprinted.</summary>
    public IReadOnlyList<string> States() => [State(), FormerState()];

    /// <summary>As earlier imports noted it: with whom relations lead to, and with line breaks in names of organizations.</summary>
    private string FormerState() => Fingerprint((this with { Affiliations = [.. Affiliations.Select(a => a with { Organization = a.Organization is null ? null : PersonNames.Cut(Folding.Fold(a.Organization).Trim()) })] }).ToJson());

    /// <summary>A relation as it is said: how, and the name.</summary>
    public static RelationDetails Unlinked(RelationDetails relation) => relation with { OtherId = null };

    public static Said FromJson(string json) => JsonSerializer.Deserialize<Said>(json, Small) ?? Nothing;

    public static string Fingerprint(string text)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return Convert.ToBase64String(hash[..18]);
    }

    /// <summary>An identity as it is looked up; a very long one as its fingerprint.</summary>
    public static string Identity(string own) => own.Length <= LongestIdentity ? own : "#" + Fingerprint(own);

    public static PhotoDetails? Hashed(PhotoDetails? photo) => photo is null || photo.Bytes.Length == 32 ? photo : photo with { Bytes = SHA256.HashData(photo.Bytes) };
}
