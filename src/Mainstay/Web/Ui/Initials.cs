using System.Globalization;
using System.Text;
using Mainstay.Words;

namespace Mainstay.Web.Ui;

/// <summary>What stands for a face where there is no photo.</summary>
public static class Initials
{
    private const int Hues = 8;

    /// <summary>In the order of the hues: emotional, guidance, knowledge, accountability, opportunities, collaboration, encouragement, community.</summary>
    private static readonly string[] Roles = ["friend", "mentor", "advisor", "coach", "partner", "colleague", "sponsor", "peer"];

    /// <summary>First letters of the first and the last word; of names written without spaces or in other scripts, what is read as one sign.</summary>
    public static string Of(string name)
    {
        var words = name.Split([' ', '\u00A0', '-', '.', ',', '(', ')', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.EnumerateRunes().Any(Rune.IsLetterOrDigit)).ToList();
        if (words.Count == 0) return "·";
        // Letters of joined scripts are not read apart: one is enough.
        if (IsJoined(words[0])) return First(words[0]);
        return words.Count == 1 ? First(words[0]) : First(words[0]) + First(words[^1]);
    }

    /// <summary>The same person always has the same hue.</summary>
    public static int Hue(Guid id) => id.ToByteArray()[15] % Hues;

    /// <summary>The hue of what a role usually gives; a role of one's own always has the same.</summary>
    public static int Hue(string role) => Array.IndexOf(Roles, KnownRoles.Meant(role)) is >= 0 and var at ? at : role.Sum(c => c) % Hues;

    private static string First(string word) => StringInfo.GetNextTextElement(word[..]).ToUpper(CultureInfo.InvariantCulture);

    private static bool IsJoined(string word) => word[0] is (>= '\u0590' and <= '\u08FF') or (>= '\u0900' and <= '\u0DFF') or (>= '\u0E00' and <= '\u0EFF');
}
