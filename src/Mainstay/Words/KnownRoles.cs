using Mainstay.Algorithms.Text;

namespace Mainstay.Words;

/// <summary>Roles are the owner's own words, in English or German. Which of the usual ones they mean is known here, for all who go by a role.</summary>
public static class KnownRoles
{
    private static readonly Dictionary<string, string> OtherNames = new()
    {
        ["mentorin"] = "mentor", ["adviser"] = "advisor", ["berater"] = "advisor", ["beraterin"] = "advisor", ["peer mentor"] = "peer", ["gleichgesinnte"] = "peer", ["gleichgesinnter"] = "peer",
        ["kollege"] = "colleague", ["kollegin"] = "colleague", ["coworker"] = "colleague", ["partnerin"] = "partner", ["business partner"] = "partner",
        ["forderer"] = "sponsor", ["forderin"] = "sponsor", ["sponsorin"] = "sponsor", ["investorin"] = "investor", ["experte"] = "expert", ["expertin"] = "expert", ["lehrer"] = "teacher", ["lehrerin"] = "teacher",
        ["freund"] = "friend", ["freundin"] = "friend", ["befreundet"] = "friend", ["familie"] = "family",
        ["mentorin oder mentor"] = "mentor", ["beraterin oder berater"] = "advisor", ["kollegin oder kollege"] = "colleague", ["partnerin oder partner"] = "partner", ["forderin oder forderer"] = "sponsor",
        ["investorin oder investor"] = "investor", ["expertin oder experte"] = "expert", ["lehrerin oder lehrer"] = "teacher",
    };

    /// <summary>The usual role that is meant, in English and small letters; for any other, the word as it is compared.</summary>
    public static string Meant(string role)
    {
        var name = Folding.Fold(role.Trim());
        return OtherNames.GetValueOrDefault(name, name);
    }
}
