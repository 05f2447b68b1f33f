using Mainstay.Words;

namespace Mainstay.Accounts;

/// <summary>What a password must be: long, and nothing that is tried first or soon.</summary>
public static class PasswordRules
{
    public const int Shortest = 12, Longest = 500;

    /// <summary>How many signs are judged by lists: it takes longer with the square of them.</summary>
    private const int Judged = 72;

    /// <summary>A password is refused that is found within ten thousand million guesses (2³³), by who knows the commonest passwords, words, names and habits.</summary>
    private const double FewestBits = 33;

    private const int FewestSigns = 5, LongestUnit = 6, Most = 3;

    /// <summary>Along which fingers and habits run.</summary>
    private static readonly string[] Rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm", "azertyuiopqsdfghjklmwxcvbn", "1q2w3e4r5t6y7u8i9o0p", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "!@#$%^&*()", "!\"§$%&/()="];

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public static Reason? Of(string password, string mail, string name)
    {
        if (password.EnumerateRunes().Count() < Shortest) return new("Accounts.PasswordShort", Shortest);
        if (password.Length > Longest) return new("Accounts.PasswordLong", Longest);
        var folded = password.ToLowerInvariant();
        if (Own(mail, name).Any(own => folded.Contains(own, StringComparison.Ordinal))) return new("Accounts.PasswordOwn");
        if (IsMonotonous(folded)) return new("Accounts.PasswordCommon");
        return Bits(password, mail, name) < FewestBits ? new("Accounts.PasswordGuessed") : null;
    }

    /// <summary>The lists are read for this and forgotten again: passwords are set too seldom to keep them in memory.</summary>
    private static double Bits(string password, string mail, string name) =>
        Zxcvbn.Zxcvbn.MatchPassword(password[..Math.Min(Judged, password.Length)], [.. Own(mail, name)]).Entropy;

    /// <summary>What somebody who knows the account's mail and name tries first.</summary>
    private static IEnumerable<string> Own(string mail, string name) =>
        name.Split(' ').Append(mail).Append(mail.Split('@')[0]).Select(part => part.Trim().ToLowerInvariant()).Where(part => part.Length > Most);

    private static bool IsMonotonous(string password) =>
        password.Distinct().Count() < FewestSigns || IsRepeated(password) || Rows.Any(row => Runs(password, row) || Runs(password, string.Concat(row.Reverse())));

    private static bool IsRepeated(string password) =>
        Enumerable.Range(1, LongestUnit).Any(unit => Enumerable.Range(unit, password.Length - unit).All(at => password[at] == password[at - unit]));

    /// <summary>All but a few signs lie in pieces along one row.</summary>
    private static bool Runs(string password, string row)
    {
        var strange = 0;
        for (var at = 0; at < password.Length;)
        {
            var length = Piece(password[at..], row);
            if (length <= Most) strange += Math.Max(1, length);
            at += Math.Max(1, length);
        }
        return strange <= Most;
    }

    private static int Piece(string rest, string row)
    {
        var length = 1;
        while (length < rest.Length && row.Contains(rest[..(length + 1)], StringComparison.Ordinal)) length++;
        return row.Contains(rest[0], StringComparison.Ordinal) ? length : 0;
    }
}
