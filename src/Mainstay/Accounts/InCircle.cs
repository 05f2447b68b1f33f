namespace Mainstay.Accounts;

/// <summary>What happens at this address happens in the space of the circle that it names, and only for who may enter it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class InCircleAttribute : Attribute
{
    /// <summary>The part of the address that names the circle.</summary>
    public const string Part = "circle";

    /// <summary>The pattern of every address in a circle, under whatever stands before it.</summary>
    public const string Pattern = "/circles/{circle:guid}";

    /// <summary>Where a circle is entered.</summary>
    public static string At(Guid circle) => $"/circles/{circle}";
}

/// <summary>Its hosts' alone: to other members it is as if it were not there.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class HostsOnlyAttribute : Attribute;
