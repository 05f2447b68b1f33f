using System.Globalization;
using Mainstay.Accounts;

namespace Mainstay.Web;

/// <summary>Who is here in this request, and which day it is for them.</summary>
public sealed class Visit(TimeProvider clock)
{
    /// <summary>Who was recognised; null before anybody was.</summary>
    public Guest? Guest { get; set; }

    public Owner Owner => Guest?.Owner ?? throw new InvalidOperationException("Nobody was let in.");

    /// <summary>The language of who was let in; null before anybody was.</summary>
    public CultureInfo? Culture => Guest?.Owner.Culture;

    public TimeProvider Clock => clock;

    public DateOnly Today => Owner.Today(clock);

    /// <summary>The page has said already that they may only read.</summary>
    public bool WasToldToRead { get; set; }

    /// <summary>What their clock says.</summary>
    public TimeOnly Time => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Owner.Zone).DateTime);
}

/// <summary>What concerns the account itself, whatever space it looks at: who may only read there may do it all the same.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class OfAccountAttribute : Attribute;

/// <summary>An address that answers without letting anybody in.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnattendedAttribute : Attribute
{
    /// <summary>Whether who is signed in is recognised all the same, so that the page can greet them.</summary>
    public bool Greets { get; init; }
}
