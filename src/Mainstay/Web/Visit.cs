using System.Globalization;
using Mainstay.Accounts;

namespace Mainstay.Web;

/// <summary>Who is here in this request, and which day it is for them.</summary>
public sealed class Visit(TimeProvider clock)
{
    private Owner? owner;

    public Owner Owner { get => owner ?? throw new InvalidOperationException("Nobody was let in."); set => owner = value; }

    /// <summary>The language of who was let in; null before anybody was.</summary>
    public CultureInfo? Culture => owner?.Culture;

    public TimeProvider Clock => clock;

    public DateOnly Today => Owner.Today(clock);

    /// <summary>What their clock says.</summary>
    public TimeOnly Time => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Owner.Zone).DateTime);
}

/// <summary>An address that answers without letting anybody in.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnattendedAttribute : Attribute;
