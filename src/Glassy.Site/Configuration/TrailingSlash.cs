namespace Glassy.Configuration;

/// <summary>Whether addresses of pages end in <c>/</c> (<c>site.trailingSlash</c>), and with it which files hold them.</summary>
public enum TrailingSlash
{
    /// <summary><c>/a</c> is linked as <c>/a</c> and lies in <c>a/index.html</c>; only index pages end in <c>/</c>.</summary>
    Unset,

    /// <summary><c>/a/</c> lies in <c>a/index.html</c>.</summary>
    Always,

    /// <summary><c>/a</c> lies in <c>a.html</c>.</summary>
    Never,
}
