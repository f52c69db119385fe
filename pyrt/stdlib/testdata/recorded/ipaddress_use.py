"""Addresses, networks, interfaces."""

import ipaddress as ip
def t(f,*a,**k):
    try: r=f(*a,**k); print(r, repr(r))
    except Exception as e: print(type(e).__name__, repr(str(e)))
for a in ("192.168.1.1","::1","2001:db8::1","::","1::","::ffff:1.2.3.4","1:2:3:4:5:6:7:8","256.1.1.1","1.2.3","01.2.3.4","1::2::3",":1","12345::","x",5,2**33,b"\1\2\3\4","1.2.3.4/5","2001:db8:0:0:1:0:0:1",""):
    t(ip.ip_address,a)
    try:
        x=ip.ip_address(a); print(x.is_private,x.is_global,x.is_loopback,x.is_multicast,x.is_reserved,x.is_link_local,x.is_unspecified,x.exploded,x.compressed,x.packed,int(x),x.reverse_pointer,x.version, hash(x)==hash(ip.ip_address(a)), format(x,"x"), format(x,"#_b"))
    except ValueError: pass
for n in ("10.0.0.0/8","10.0.0.1/8","192.168.0.0/255.255.255.0","2001:db8::/32","1.2.3.4","10.0.0.0/33","10.0.0.0/0.0.0.255","::/0","10.0.0.0/30","10.0.0.0/31","a/b"):
    t(ip.ip_network,n); t(ip.ip_network,n,strict=False); t(ip.ip_interface,n)
    try:
        x=ip.ip_network(n); print(x.num_addresses,x.netmask,x.hostmask,x.broadcast_address,x.prefixlen,x.is_private,x.with_netmask,x.with_hostmask,x.exploded,x.supernet(),x[1] if x.num_addresses>1 else None, x[-1])
        if x.num_addresses<10: print(list(x),list(x.hosts()))
    except ValueError: pass
a,b=ip.ip_network("10.0.0.0/24"),ip.ip_network("10.0.0.128/25")
print(b.subnet_of(a),a.supernet_of(b),a.overlaps(b),list(a.subnets(2)),list(a.address_exclude(b)),a<b,a==b,ip.ip_address("10.0.0.5") in a,list(ip.collapse_addresses([b,ip.ip_network("10.0.0.0/25"),ip.ip_address("1.1.1.1")])),list(ip.summarize_address_range(ip.ip_address("10.0.0.1"),ip.ip_address("10.0.0.9"))), a.compare_networks(b))
x=ip.ip_address("1.2.3.4"); print(x+1,x-1,sorted([x+2,x]),x<x+1,max(x,x+1)); t(lambda: x<ip.ip_address("::1")); t(lambda: x<a); t(lambda: x+"a"); t(lambda: list(a.subnets(new_prefix=20)))
i=ip.ip_interface("10.1.2.3/16"); print(i,i.ip,i.network,i.netmask,i.with_netmask,i.hostmask,repr(i))
