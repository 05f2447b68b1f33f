namespace Mainstay.Accounts;

/// <summary>Somebody has shown the first of two things, and still has to show the second. It is no session: nothing but the page that asks is to be had with it.</summary>
/// <param name="AccountId">Who it is, if it is them.</param>
/// <param name="Password">Of which password: once there is another, this is nothing any more.</param>
/// <param name="IsByPaper">A recovery code took the place of the password; the next cannot take the place of the app as well.</param>
/// <param name="At">When.</param>
public sealed record Halfway(Guid AccountId, string Password, bool IsByPaper, DateTime At)
{
    public static readonly TimeSpan Good = TimeSpan.FromMinutes(10);

    public static Halfway Of(Account account, bool isByPaper, DateTime now) => new(account.Id, Mark(account), isByPaper, now);

    /// <summary>Whether it still is the way to this account.</summary>
    public bool LeadsTo(Account account, DateTime now) => account is { DisabledAt: null } && account.Id == AccountId && Password == Mark(account) && now < At + Good;

    private static string Mark(Account account) => Convert.ToHexString(Secrets.Hash(account.PasswordHash ?? ""));
}

/// <summary>Who signs in.</summary>
/// <param name="Account">Whose the password is.</param>
/// <param name="Halfway">Null when they are in; else they still have to show a second thing.</param>
public sealed record Entry(Account Account, Halfway? Halfway);
