namespace Mainstay.Circles;

/// <summary>The circle a page is in, for who looks at it.</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Me">Who looks.</param>
/// <param name="Writes">They may write here.</param>
/// <param name="Hosts">They host it.</param>
/// <param name="Owns">They own it.</param>
public sealed record CirclePlace(Guid Id, string Name, Guid Me, bool Writes, bool Hosts, bool Owns)
{
    public string Href => Of(Id);

    public static string Of(Guid circle) => Accounts.InCircleAttribute.At(circle);
}

/// <summary>A page in every circle that a room brings: it stands among the tabs.</summary>
/// <param name="Path">After the circle's own address.</param>
/// <param name="Label">The key of its name.</param>
/// <param name="Order">The place among the others.</param>
/// <param name="IsForHosts">Others do not see it.</param>
public sealed record CircleTab(string Path, string Label, int Order, bool IsForHosts = false);
