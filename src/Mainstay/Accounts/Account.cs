namespace Mainstay.Accounts;

/// <summary>Somebody who may come in: known by a mail address, shown by a name. What they own lies in spaces, not here.</summary>
public sealed class Account
{
    public const int LongestName = 200, LongestMail = 254;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>As it was typed; two accounts never share one.</summary>
    public required string Mail { get; set; }

    /// <summary>The mail address in the one form in which it is looked up.</summary>
    public string MailNormal { get; set; } = "";

    /// <summary>Null while only a passkey, a recovery code or a link opens the door.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>BCP 47 name of the language and region in which they are spoken to.</summary>
    public required string Locale { get; set; }

    public Theme Theme { get; set; }

    /// <summary>Since when they may not come in; null when they may.</summary>
    public DateTime? DisabledAt { get; set; }

    public DateTime CreatedAt { get; init; }
}

/// <summary>Light or dark; the system decides unless somebody chose.</summary>
public enum Theme { System = 0, Light = 1, Dark = 2 }

/// <summary>That an account may enter a space.</summary>
public sealed class Access
{
    public Guid AccountId { get; init; }

    public Guid SpaceId { get; init; }

    public SpaceRole Role { get; set; }

    public DateTime Since { get; init; }
}

/// <summary>What somebody may do in a space; who may more may all that who may less may.</summary>
public enum SpaceRole
{
    /// <summary>Reads.</summary>
    Guest = 0,

    /// <summary>Reads and writes.</summary>
    Member = 1,

    /// <summary>Keeps a circle going; a network has none.</summary>
    Host = 2,

    /// <summary>The space is theirs: its zone and language follow their profile, and what is theirs alone is shown to nobody else.</summary>
    Owner = 3,
}
