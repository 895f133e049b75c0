import math
import math as m
from math import pi as PI, sqrt
try:
    print(math.sqrt())
except Exception as e:
    print('math.sqrt()', repr(e))
try:
    print(math.sqrt('a'))
except Exception as e:
    print("math.sqrt('a')", repr(e))
try:
    print(math.sqrt(x=1))
except Exception as e:
    print('math.sqrt(x=1)', repr(e))
try:
    print(math.log())
except Exception as e:
    print('math.log()', repr(e))
try:
    print(math.log(1,2,3))
except Exception as e:
    print('math.log(1,2,3)', repr(e))
try:
    print(math.log(0))
except Exception as e:
    print('math.log(0)', repr(e))
try:
    print(math.log(10,1))
except Exception as e:
    print('math.log(10,1)', repr(e))
try:
    print(math.log(-5))
except Exception as e:
    print('math.log(-5)', repr(e))
try:
    print(math.log(10**400))
except Exception as e:
    print('math.log(10**400)', repr(e))
try:
    print(math.log('a'))
except Exception as e:
    print("math.log('a')", repr(e))
try:
    print(math.log(2,0))
except Exception as e:
    print('math.log(2,0)', repr(e))
try:
    print(math.pow(1))
except Exception as e:
    print('math.pow(1)', repr(e))
try:
    print(math.floor('a'))
except Exception as e:
    print("math.floor('a')", repr(e))
try:
    print(math.floor(1e400))
except Exception as e:
    print('math.floor(1e400)', repr(e))
try:
    print(math.ceil(float('nan')))
except Exception as e:
    print("math.ceil(float('nan'))", repr(e))
try:
    print(math.trunc('a'))
except Exception as e:
    print("math.trunc('a')", repr(e))
try:
    print(math.fmod(1,0))
except Exception as e:
    print('math.fmod(1,0)', repr(e))
try:
    print(math.fmod(float('inf'),2))
except Exception as e:
    print("math.fmod(float('inf'),2)", repr(e))
try:
    print(math.gcd(1.5))
except Exception as e:
    print('math.gcd(1.5)', repr(e))
try:
    print(math.hypot('a'))
except Exception as e:
    print("math.hypot('a')", repr(e))
try:
    print(math.hypot(x=1))
except Exception as e:
    print('math.hypot(x=1)', repr(e))
try:
    print(math.dist((1,2),(3,)))
except Exception as e:
    print('math.dist((1,2),(3,))', repr(e))
try:
    print(math.dist([1,2],(4,6)))
except Exception as e:
    print('math.dist([1,2],(4,6))', repr(e))
try:
    print(math.dist(1,2))
except Exception as e:
    print('math.dist(1,2)', repr(e))
try:
    print(math.isclose(1,1.0,rel_tol=-1))
except Exception as e:
    print('math.isclose(1,1.0,rel_tol=-1)', repr(e))
try:
    print(math.prod([1,2,3],start=4))
except Exception as e:
    print('math.prod([1,2,3],start=4)', repr(e))
try:
    print(math.prod())
except Exception as e:
    print('math.prod()', repr(e))
try:
    print(math.prod([2],3))
except Exception as e:
    print('math.prod([2],3)', repr(e))
try:
    print(math.prod(5))
except Exception as e:
    print('math.prod(5)', repr(e))
try:
    print(math.prod([1,'a']))
except Exception as e:
    print("math.prod([1,'a'])", repr(e))
try:
    print(math.frexp(8.5))
except Exception as e:
    print('math.frexp(8.5)', repr(e))
try:
    print(math.frexp(0))
except Exception as e:
    print('math.frexp(0)', repr(e))
try:
    print(math.frexp(5e-324))
except Exception as e:
    print('math.frexp(5e-324)', repr(e))
try:
    print(math.frexp(-1e308))
except Exception as e:
    print('math.frexp(-1e308)', repr(e))
try:
    print(math.ldexp(1,2000))
except Exception as e:
    print('math.ldexp(1,2000)', repr(e))
try:
    print(math.ldexp(1,2.5))
except Exception as e:
    print('math.ldexp(1,2.5)', repr(e))
try:
    print(math.ldexp(1,10**30))
except Exception as e:
    print('math.ldexp(1,10**30)', repr(e))
try:
    print(math.ldexp(3,-1074))
except Exception as e:
    print('math.ldexp(3,-1074)', repr(e))
try:
    print(math.modf(-3.25))
except Exception as e:
    print('math.modf(-3.25)', repr(e))
try:
    print(math.modf(float('inf')))
except Exception as e:
    print("math.modf(float('inf'))", repr(e))
try:
    print(math.modf(-0.0))
except Exception as e:
    print('math.modf(-0.0)', repr(e))
try:
    print(math.comb(5))
except Exception as e:
    print('math.comb(5)', repr(e))
try:
    print(math.comb(-1,2))
except Exception as e:
    print('math.comb(-1,2)', repr(e))
try:
    print(math.comb(5.0,2))
except Exception as e:
    print('math.comb(5.0,2)', repr(e))
try:
    print(math.comb(52,5))
except Exception as e:
    print('math.comb(52,5)', repr(e))
try:
    print(math.perm(5))
except Exception as e:
    print('math.perm(5)', repr(e))
try:
    print(math.perm(5,None))
except Exception as e:
    print('math.perm(5,None)', repr(e))
try:
    print(math.perm(5,2))
except Exception as e:
    print('math.perm(5,2)', repr(e))
try:
    print(math.perm(5,-1))
except Exception as e:
    print('math.perm(5,-1)', repr(e))
try:
    print(math.factorial(2.0))
except Exception as e:
    print('math.factorial(2.0)', repr(e))
try:
    print(math.factorial(-1))
except Exception as e:
    print('math.factorial(-1)', repr(e))
try:
    print(math.factorial(30))
except Exception as e:
    print('math.factorial(30)', repr(e))
try:
    print(math.isqrt(-1))
except Exception as e:
    print('math.isqrt(-1)', repr(e))
try:
    print(math.isqrt(2.0))
except Exception as e:
    print('math.isqrt(2.0)', repr(e))
try:
    print(math.isqrt(10**40+1))
except Exception as e:
    print('math.isqrt(10**40+1)', repr(e))
try:
    print(math.copysign(1))
except Exception as e:
    print('math.copysign(1)', repr(e))
try:
    print(math.copysign(1,-0.0))
except Exception as e:
    print('math.copysign(1,-0.0)', repr(e))
try:
    print(math.fsum(['a']))
except Exception as e:
    print("math.fsum(['a'])", repr(e))
try:
    print(math.fsum(3))
except Exception as e:
    print('math.fsum(3)', repr(e))
try:
    print(math.fsum([0.1]*10))
except Exception as e:
    print('math.fsum([0.1]*10)', repr(e))
try:
    print(math.fsum([1e308,1e308]))
except Exception as e:
    print('math.fsum([1e308,1e308])', repr(e))
try:
    print(math.degrees('x'))
except Exception as e:
    print("math.degrees('x')", repr(e))
try:
    print(math.degrees(1))
except Exception as e:
    print('math.degrees(1)', repr(e))
try:
    print(math.radians(180))
except Exception as e:
    print('math.radians(180)', repr(e))
try:
    print(math.exp(1000))
except Exception as e:
    print('math.exp(1000)', repr(e))
try:
    print(math.exp(-1000))
except Exception as e:
    print('math.exp(-1000)', repr(e))
try:
    print(math.cosh(1000))
except Exception as e:
    print('math.cosh(1000)', repr(e))
try:
    print(math.sinh(-1000))
except Exception as e:
    print('math.sinh(-1000)', repr(e))
try:
    print(math.atanh(1))
except Exception as e:
    print('math.atanh(1)', repr(e))
try:
    print(math.acos(2))
except Exception as e:
    print('math.acos(2)', repr(e))
try:
    print(math.acos(1))
except Exception as e:
    print('math.acos(1)', repr(e))
try:
    print(math.acos(-1))
except Exception as e:
    print('math.acos(-1)', repr(e))
try:
    print(math.gcd())
except Exception as e:
    print('math.gcd()', repr(e))
try:
    print(math.gcd(12,18))
except Exception as e:
    print('math.gcd(12,18)', repr(e))
try:
    print(math.gcd(-4,0))
except Exception as e:
    print('math.gcd(-4,0)', repr(e))
try:
    print(math.lcm(4,6))
except Exception as e:
    print('math.lcm(4,6)', repr(e))
try:
    print(math.lcm())
except Exception as e:
    print('math.lcm()', repr(e))
try:
    print(math.log2(0))
except Exception as e:
    print('math.log2(0)', repr(e))
try:
    print(math.log2(8))
except Exception as e:
    print('math.log2(8)', repr(e))
try:
    print(math.log10(1000))
except Exception as e:
    print('math.log10(1000)', repr(e))
try:
    print(math.log10(-1))
except Exception as e:
    print('math.log10(-1)', repr(e))
try:
    print(math.log1p(-1))
except Exception as e:
    print('math.log1p(-1)', repr(e))
try:
    print(math.log(8,2))
except Exception as e:
    print('math.log(8,2)', repr(e))
try:
    print(math.sin(float('inf')))
except Exception as e:
    print("math.sin(float('inf'))", repr(e))
try:
    print(math.sin(math.pi))
except Exception as e:
    print('math.sin(math.pi)', repr(e))
try:
    print(math.cos(1e22))
except Exception as e:
    print('math.cos(1e22)', repr(e))
try:
    print(math.sin(1e300))
except Exception as e:
    print('math.sin(1e300)', repr(e))
try:
    print(math.tan(math.pi/2))
except Exception as e:
    print('math.tan(math.pi/2)', repr(e))
try:
    print(math.nan)
except Exception as e:
    print('math.nan', repr(e))
try:
    print(math.inf)
except Exception as e:
    print('math.inf', repr(e))
try:
    print(math.tau)
except Exception as e:
    print('math.tau', repr(e))
try:
    print(math.e)
except Exception as e:
    print('math.e', repr(e))
try:
    print(math.ulp(1))
except Exception as e:
    print('math.ulp(1)', repr(e))
try:
    print(math.ulp(0))
except Exception as e:
    print('math.ulp(0)', repr(e))
try:
    print(math.nextafter(1,2))
except Exception as e:
    print('math.nextafter(1,2)', repr(e))
try:
    print(math.nextafter(0,-1))
except Exception as e:
    print('math.nextafter(0,-1)', repr(e))
try:
    print(math.remainder(5,0))
except Exception as e:
    print('math.remainder(5,0)', repr(e))
try:
    print(math.remainder(5,3))
except Exception as e:
    print('math.remainder(5,3)', repr(e))
try:
    print(math.remainder(-7.5,2))
except Exception as e:
    print('math.remainder(-7.5,2)', repr(e))
try:
    print(math.fabs(True))
except Exception as e:
    print('math.fabs(True)', repr(e))
try:
    print(math.sqrt(10**400))
except Exception as e:
    print('math.sqrt(10**400)', repr(e))
try:
    print(math.isfinite('a'))
except Exception as e:
    print("math.isfinite('a')", repr(e))
try:
    print(math.floor(7))
except Exception as e:
    print('math.floor(7)', repr(e))
try:
    print(math.floor(-7.5))
except Exception as e:
    print('math.floor(-7.5)', repr(e))
try:
    print(math.ceil(-7.5))
except Exception as e:
    print('math.ceil(-7.5)', repr(e))
try:
    print(math.trunc(-7.9))
except Exception as e:
    print('math.trunc(-7.9)', repr(e))
try:
    print(math.floor(1e30))
except Exception as e:
    print('math.floor(1e30)', repr(e))
try:
    print(math.floor(True))
except Exception as e:
    print('math.floor(True)', repr(e))
try:
    print(math.factorial(True))
except Exception as e:
    print('math.factorial(True)', repr(e))
try:
    print(math.floor())
except Exception as e:
    print('math.floor()', repr(e))
try:
    print(math.sqrt(1,2))
except Exception as e:
    print('math.sqrt(1,2)', repr(e))
try:
    print(math.atan2(1))
except Exception as e:
    print('math.atan2(1)', repr(e))
try:
    print(math.atan2(0,-1))
except Exception as e:
    print('math.atan2(0,-1)', repr(e))
try:
    print(math.atan2(-0.0,1))
except Exception as e:
    print('math.atan2(-0.0,1)', repr(e))
try:
    print(math.atan2(1e-310,1e300))
except Exception as e:
    print('math.atan2(1e-310,1e300)', repr(e))
try:
    print(math.log(x=1))
except Exception as e:
    print('math.log(x=1)', repr(e))
try:
    print(math.sqrt(None))
except Exception as e:
    print('math.sqrt(None)', repr(e))
try:
    print(math.dist((1,),(2,),(3,)))
except Exception as e:
    print('math.dist((1,),(2,),(3,))', repr(e))
try:
    print(math.hypot())
except Exception as e:
    print('math.hypot()', repr(e))
try:
    print(math.hypot(3,4))
except Exception as e:
    print('math.hypot(3,4)', repr(e))
try:
    print(math.hypot(1,1,1))
except Exception as e:
    print('math.hypot(1,1,1)', repr(e))
try:
    print(math.hypot(1e200,1e200))
except Exception as e:
    print('math.hypot(1e200,1e200)', repr(e))
try:
    print(math.isclose(a=1,b=2))
except Exception as e:
    print('math.isclose(a=1,b=2)', repr(e))
try:
    print(math.isclose(1,b=1))
except Exception as e:
    print('math.isclose(1,b=1)', repr(e))
try:
    print(math.isclose(0.1+0.2,0.3))
except Exception as e:
    print('math.isclose(0.1+0.2,0.3)', repr(e))
try:
    print(math.isclose(1,2,rel_tol=0.5))
except Exception as e:
    print('math.isclose(1,2,rel_tol=0.5)', repr(e))
try:
    print(math.log2(10**400))
except Exception as e:
    print('math.log2(10**400)', repr(e))
try:
    print(math.log10(10**400))
except Exception as e:
    print('math.log10(10**400)', repr(e))
try:
    print(math.ldexp(1))
except Exception as e:
    print('math.ldexp(1)', repr(e))
try:
    print(math.modf())
except Exception as e:
    print('math.modf()', repr(e))
try:
    print(math.pow(-8,1/3))
except Exception as e:
    print('math.pow(-8,1/3)', repr(e))
try:
    print(math.pow(2,0.5))
except Exception as e:
    print('math.pow(2,0.5)', repr(e))
try:
    print(math.pow(0,-1))
except Exception as e:
    print('math.pow(0,-1)', repr(e))
try:
    print(math.pow(1e300,2))
except Exception as e:
    print('math.pow(1e300,2)', repr(e))
try:
    print(math.exp2(2000))
except Exception as e:
    print('math.exp2(2000)', repr(e))
try:
    print(math.exp2(0.5))
except Exception as e:
    print('math.exp2(0.5)', repr(e))
try:
    print(math.prod([0.5,2]))
except Exception as e:
    print('math.prod([0.5,2])', repr(e))
try:
    print(math.sqrt)
except Exception as e:
    print('math.sqrt', repr(e))
try:
    print(m.floor)
except Exception as e:
    print('m.floor', repr(e))
try:
    print(PI)
except Exception as e:
    print('PI', repr(e))
try:
    print(sqrt(2))
except Exception as e:
    print('sqrt(2)', repr(e))
try:
    print(sqrt(-1))
except Exception as e:
    print('sqrt(-1)', repr(e))
try:
    print(math.isnan(math.nan))
except Exception as e:
    print('math.isnan(math.nan)', repr(e))
try:
    print(math.isinf(-math.inf))
except Exception as e:
    print('math.isinf(-math.inf)', repr(e))
try:
    print(math.gcd(2**70,2**65))
except Exception as e:
    print('math.gcd(2**70,2**65)', repr(e))
try:
    print(math.sqrt is sqrt)
except Exception as e:
    print('math.sqrt is sqrt', repr(e))
try:
    print(math.tanh(0.3))
except Exception as e:
    print('math.tanh(0.3)', repr(e))
try:
    print(math.asinh(3))
except Exception as e:
    print('math.asinh(3)', repr(e))
try:
    print(math.acosh(1.5))
except Exception as e:
    print('math.acosh(1.5)', repr(e))
try:
    print(math.expm1(1e-5))
except Exception as e:
    print('math.expm1(1e-5)', repr(e))
